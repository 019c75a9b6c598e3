// The small shapes that all others are made of.
// Times are milliseconds since 1970, UTC, as in the domain; days are ISO days; languages BCP 47.

import { z } from '@hono/zod-openapi'

export const idShape = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'This is not an id of the desk.')
  .openapi({ example: '018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4' })

export const instantShape = z.number().openapi({ description: 'Milliseconds since 1970, UTC', example: 1694889067000 })

export const countShape = z.number().int().nonnegative()

export const languageShape = z.string().openapi({ description: 'BCP 47', example: 'fa' })

export const directionShape = z.enum(['ltr', 'rtl'])

/** A place in a list to go on from. Opaque: only the server makes and reads it. */
export const cursorShape = z.string().max(200).openapi({ description: 'Opaque; from `next` of the page before' })

/** A web address given by a person: http or https, and not absurdly long. */
export const webAddressShape = z
  .string()
  .trim()
  .max(4096)
  .refine(
    (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
    'Give a whole web address, with http:// or https://.',
  )
  .openapi({ example: 'https://al-manara.example/' })

export const failureKindShape = z.enum([
  'refused-by-robots',
  'refused-address',
  'dns',
  'connect',
  'tls',
  'timeout',
  'redirect-loop',
  'too-large',
  'truncated',
  'http-status',
  'not-a-feed',
  'unreadable',
  'disk-full',
  'internal',
])

/** A day of the calendar that exists. */
export const isoDayShape = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Give a day as YYYY-MM-DD.')
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true, 'There is no such day.')

/** The name of a person who answers for what is said. */
export const signatureShape = z.string().trim().min(1, 'Give your name.').max(200)

export const timeZoneShape = z
  .string()
  .max(80)
  .refine(isTimeZone, 'Give a time zone by its IANA name, for example Africa/Lagos.')
  .openapi({ example: 'Africa/Lagos' })

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A query parameter that may be repeated: any of the values will do. */
export function anyOf<Shape extends z.ZodType<string>>(shape: Shape) {
  return z
    .union([shape, z.array(shape).max(100)])
    .transform((value): z.output<Shape>[] => (Array.isArray(value) ? value : [value]))
    .optional()
}

export type Direction = z.infer<typeof directionShape>
export type Cursor = z.infer<typeof cursorShape>
