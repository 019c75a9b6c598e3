// One outlet of the register as it stands in a file. A field that is absent is not spoken of: importing changes nothing there.

import { z } from 'zod'

const dayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Give a day as YYYY-MM-DD.')
const text = (most: number) => z.string().trim().min(1).max(most)

const tagShape = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Give language tags (BCP 47), for example fa or zh-Hant.')

const webAddressShape = text(4096).refine(
  (address) => /^https?:\/\//i.test(address) && URL.canParse(address),
  'Give a whole web address, with http:// or https://.',
)

/** Kinds of statements that a spreadsheet has a column for. */
export const statedFields = [
  'medium',
  'owner',
  'funder',
  'alignment',
  'descriptor',
  'self-description',
  'reliability',
] as const

export const registerFeedShape = z.strictObject({
  kind: z.enum(['syndication', 'sitemap', 'news-sitemap', 'listing']),
  url: webAddressShape,
  title: z.string().max(300).nullable().optional(),
  selector: z.string().max(1000).nullable().optional(),
})

export const registerStatementShape = z
  .strictObject({
    kind: z.enum([...statedFields, 'name']),
    value: text(2000),
    language: tagShape.nullable(),
    validFrom: dayShape.nullable(),
    validUntil: dayShape.nullable(),
    signedBy: text(200),
    signedAt: z.number().int(),
    evidence: text(4096).nullable(),
  })
  .refine(
    ({ kind, value }) => kind !== 'reliability' || /^[A-F]$/.test(value),
    'Reliability is one letter from A to F.',
  )

export const registerEntryShape = z.strictObject({
  id: z.string().optional(),
  name: text(300).optional(),
  nameAsPrinted: text(300).optional(),
  homepage: webAddressShape.optional(),
  domains: z
    .array(text(253).regex(/^[^\s/:@?#]+$/, 'Give bare host names, without http:// or a path.'))
    .max(200)
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Give a country as two capital letters (ISO 3166-1).')
    .optional(),
  languages: z.array(tagShape).max(100).optional(),
  names: z
    .array(z.strictObject({ language: tagShape.nullable(), value: text(2000) }))
    .max(100)
    .optional(),
  medium: text(2000).optional(),
  owner: text(2000).optional(),
  funder: text(2000).optional(),
  alignment: text(2000).optional(),
  descriptor: text(2000).optional(),
  'self-description': text(2000).optional(),
  reliability: z
    .string()
    .regex(/^[A-F]$/, 'Reliability is one letter from A to F.')
    .optional(),
  feeds: z.array(registerFeedShape).max(500).optional(),
  statements: z.array(registerStatementShape).max(5000).optional(),
})

export type RegisterEntry = z.infer<typeof registerEntryShape>

/** A row of a file: what it says, or why it cannot be used. */
export type RegisterLine = { readonly line: number } & (
  | { readonly kind: 'entry'; readonly entry: RegisterEntry }
  | { readonly kind: 'wrong'; readonly name: string | null; readonly problems: readonly string[] }
)

export type RegisterFile =
  | { readonly kind: 'lines'; readonly lines: readonly RegisterLine[]; readonly notes: readonly string[] }
  | { readonly kind: 'not-a-register'; readonly reason: string }

export const MOST_LINES = 20_000

/** Looks at what a row says, field by field. */
export function checkEntry(line: number, value: unknown): RegisterLine {
  const parsed = registerEntryShape.safeParse(value)
  if (parsed.success) return { line, kind: 'entry', entry: parsed.data }
  const name = typeof value === 'object' && value !== null && 'name' in value ? String(value.name).slice(0, 300) : null
  const problems = parsed.error.issues.slice(0, 20).map((issue) => {
    const where = issue.path.join('.')
    const words = issue.code === 'unrecognized_keys' ? `There is no field ${issue.keys.join(', ')}.` : issue.message
    return where === '' ? words : `${where}: ${words}`
  })
  return { line, kind: 'wrong', name, problems }
}
