// What the person at the desk has chosen.

import { z } from '@hono/zod-openapi'
import { judgeArchiveAddress } from '../../desk/excerpts/archive-address.ts'
import { countShape, instantShape, signatureShape } from './plain.ts'

const languageTagShape = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language tag, as in en.')
const engineNamesShape = z.array(z.string().min(1).max(300)).max(50)

export const translationSettingsShape = z
  .object({
    to: languageTagShape.nullable().openapi({ description: 'Pages are translated into it; null = as configured' }),
    automatic: z.boolean().nullable().openapi({ description: 'As they are read; null = as configured' }),
    order: engineNamesShape.openapi({ description: 'Engines by name, in the order in which they are asked' }),
    off: engineNamesShape.openapi({ description: 'Engines that are not asked' }),
  })
  .openapi('TranslationSettings')

const archiveAddressShape = z
  .string()
  .trim()
  .max(2_000)
  .check((c) => {
    const problem = judgeArchiveAddress(c.value)
    if (problem !== null) c.issues.push({ code: 'custom', message: problem, input: c.value })
  })

export const settingsShape = z
  .object({
    version: countShape,
    language: z.enum(['en', 'fr', 'ar', 'ru']).nullable().openapi({ description: 'null = as the browser asks' }),
    signature: z.string().nullable().openapi({ description: 'Under which deeds and statements are signed' }),
    translation: translationSettingsShape,
    archive: z.string().nullable().openapi({
      description:
        'Where others can reach the archive of this desk: an address with {url}, {time}, {digest} or {id} in it, or one that /{time}/{url} is put behind; null = nowhere',
    }),
    changedAt: instantShape.nullable(),
  })
  .openapi('Settings')

export const settingsChangeShape = z
  .strictObject({
    version: countShape,
    language: z.enum(['en', 'fr', 'ar', 'ru']).nullable().optional(),
    signature: signatureShape.nullable().optional(),
    translation: translationSettingsShape.partial().strict().optional(),
    archive: archiveAddressShape.nullable().optional(),
  })
  .openapi('SettingsChange')

export type Settings = z.infer<typeof settingsShape>
export type TranslationSettings = z.infer<typeof translationSettingsShape>
export type SettingsChange = z.input<typeof settingsChangeShape>
