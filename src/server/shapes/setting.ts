// What the person at the desk has chosen.

import { z } from '@hono/zod-openapi'
import { countShape, instantShape, signatureShape } from './plain.ts'

export const settingsShape = z
  .object({
    version: countShape,
    language: z.enum(['en', 'fr', 'ar', 'ru']).nullable().openapi({ description: 'null = as the browser asks' }),
    signature: z.string().nullable().openapi({ description: 'Under which deeds and statements are signed' }),
    changedAt: instantShape.nullable(),
  })
  .openapi('Settings')

export const settingsChangeShape = z
  .strictObject({
    version: countShape,
    language: z.enum(['en', 'fr', 'ar', 'ru']).nullable().optional(),
    signature: signatureShape.nullable().optional(),
  })
  .openapi('SettingsChange')

export type Settings = z.infer<typeof settingsShape>
export type SettingsChange = z.input<typeof settingsChangeShape>
