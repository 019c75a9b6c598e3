// Outlets: who speaks, what has been stated of them by whom and when, and how their feeds are.

import { z } from '@hono/zod-openapi'
import {
  countShape,
  idShape,
  instantShape,
  isoDayShape,
  languageShape,
  signatureShape,
  webAddressShape,
} from './plain.ts'
import { feedRowShape, feedToAddShape } from './feed.ts'

/** `name`: a name in one script or language; `reliability`: Admiralty letter A–F, judged apart from everything else. */
export const statementKindShape = z.enum([
  'descriptor',
  'alignment',
  'owner',
  'funder',
  'medium',
  'self-description',
  'name',
  'reliability',
])

/** What another person says of a statement or relation. `withdrawn`: it is not printed any more, but stays in the history. */
export const reviewShape = z
  .object({
    verdict: z.enum(['confirmed', 'disputed', 'withdrawn']),
    signedBy: z.string(),
    signedAt: instantShape,
    note: z.string().nullable(),
  })
  .openapi('Review')

export const statementShape = z
  .object({
    id: idShape,
    outletId: idShape,
    kind: statementKindShape,
    value: z.string(),
    validFrom: isoDayShape.nullable().openapi({ description: 'null = since ever, as far as known' }),
    validUntil: isoDayShape
      .nullable()
      .openapi({ description: 'The last day on which it held; null = still, as far as known' }),
    language: languageShape.nullable().openapi({ description: 'Of the value; for names the language they are in' }),
    signedBy: z.string(),
    signedAt: instantShape,
    evidence: z.string().nullable().openapi({ description: 'An address or a note; null = none given' }),
    captures: z.array(idShape).openapi({ description: 'Kept pages that show it' }),
    review: reviewShape
      .nullable()
      .openapi({ description: 'The latest; null = nobody has reviewed it: shown as unreviewed' }),
  })
  .openapi('Statement')

export const relationKindShape = z.enum(['sister', 'successor', 'republishes'])

/** `from` is the sister of, the successor of, or republishes `to`. Dated, signed, never overwritten. */
export const relationShape = z
  .object({
    id: idShape,
    kind: relationKindShape,
    from: z.object({ id: idShape, name: z.string() }),
    to: z.object({ id: idShape, name: z.string() }),
    validFrom: isoDayShape.nullable(),
    validUntil: isoDayShape.nullable(),
    signedBy: z.string(),
    signedAt: instantShape,
    evidence: z.string().nullable(),
    captures: z.array(idShape),
    review: reviewShape.nullable(),
  })
  .openapi('Relation')

/** The outlet as it stands beside a title: one glance away from descriptor, date and signature. */
export const outletCardShape = z
  .object({
    id: idShape,
    name: z.string(),
    nameAsPrinted: z.string().nullable(),
    descriptor: statementShape.nullable().openapi({ description: 'Valid on the day in question; null = none stated' }),
  })
  .openapi('OutletCard')

export const outletShape = z
  .object({
    id: idShape,
    name: z.string(),
    nameAsPrinted: z.string().nullable(),
    homepage: z.string(),
    domains: z.array(z.string()),
    languages: z.array(languageShape),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-2; null = not known' }),
    createdAt: instantShape,
    version: countShape.openapi({ description: 'Goes up with every change; send it with a change' }),
    mergedInto: idShape
      .nullable()
      .openapi({ description: 'The outlet that this one was merged into; null = it stands by itself' }),
  })
  .openapi('Outlet')

/** How the worst of an outlet's feeds is. */
export const outletHealthShape = z.enum(['no-feeds', 'never-polled', 'well', 'quiet', 'failing', 'gone', 'paused'])

export const outletRowShape = outletShape
  .extend({
    descriptor: statementShape.nullable(),
    alignment: statementShape.nullable(),
    reliability: statementShape.nullable().openapi({ description: 'null = not judged' }),
    health: outletHealthShape,
    feeds: countShape,
    items: countShape,
    latestItemAt: instantShape.nullable(),
  })
  .openapi('OutletRow')

export const outletListShape = z.object({ outlets: z.array(outletRowShape), total: countShape }).openapi('OutletList')

export const outletDetailShape = outletRowShape
  .extend({
    feedList: z.array(feedRowShape),
    /** All of them, newest signature first; withdrawn ones too. */
    statements: z.array(statementShape),
    /** With `?day=`: that day; else today (UTC). */
    day: isoDayShape,
    /** What is printed for that day: one of each kind, and every name. */
    printed: z.array(statementShape),
    relations: z.array(relationShape),
  })
  .openapi('OutletDetail')

const nameShape = z.string().trim().min(1, 'Give a name.').max(300)
const domainShape = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[^\s/:@?#]+$/, 'Give a bare host name, without http:// or a path.')
const tagShape = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Give a BCP 47 language tag, for example fa or zh-Hant.')
const countryShape = z.string().regex(/^[A-Z]{2}$/, 'Give an ISO 3166-1 country code of two capital letters.')

export const outletToAddShape = z
  .strictObject({
    name: nameShape,
    nameAsPrinted: nameShape.nullable().default(null),
    homepage: webAddressShape,
    domains: z.array(domainShape).max(200).default([]).openapi({ description: 'Empty = the host of the homepage' }),
    languages: z.array(tagShape).max(100).default([]),
    country: countryShape.nullable().default(null),
    feeds: z.array(feedToAddShape).max(100).default([]),
  })
  .openapi('OutletToAdd')

export const outletChangeShape = z
  .strictObject({
    version: countShape.openapi({ description: 'As read; 409 with the outlet as it is now when it has changed since' }),
    name: nameShape.optional(),
    nameAsPrinted: nameShape.nullable().optional(),
    homepage: webAddressShape.optional(),
    domains: z.array(domainShape).min(1).max(200).optional(),
    languages: z.array(tagShape).max(100).optional(),
    country: countryShape.nullable().optional(),
  })
  .openapi('OutletChange')

const evidenceFields = {
  validFrom: isoDayShape.nullable().default(null),
  validUntil: isoDayShape.nullable().default(null),
  signedBy: signatureShape.optional().openapi({ description: 'Else the signature in /api/settings' }),
  evidence: z.string().trim().min(1).max(4096).nullable().default(null),
  captures: z.array(idShape).max(50).default([]),
}

export const statementToAddShape = z
  .strictObject({
    kind: statementKindShape,
    value: z.string().trim().min(1).max(2000),
    language: tagShape.nullable().default(null),
    ...evidenceFields,
  })
  .refine((wish) => wish.kind !== 'reliability' || /^[A-F]$/.test(wish.value), {
    path: ['value'],
    message: 'Reliability is one letter from A to F. Leave it out when nobody has judged it.',
  })
  .refine((wish) => isInOrder(wish), { path: ['validUntil'], message: 'It ends before it begins.' })
  .openapi('StatementToAdd')

export const relationToAddShape = z
  .strictObject({ kind: relationKindShape, to: idShape, ...evidenceFields })
  .refine((wish) => isInOrder(wish), { path: ['validUntil'], message: 'It ends before it begins.' })
  .openapi('RelationToAdd')

function isInOrder(wish: { validFrom: string | null; validUntil: string | null }): boolean {
  return wish.validFrom === null || wish.validUntil === null || wish.validFrom <= wish.validUntil
}

export const reviewToAddShape = z
  .strictObject({
    verdict: z.enum(['confirmed', 'disputed', 'withdrawn']),
    signedBy: signatureShape.optional(),
    note: z.string().trim().min(1).max(2000).nullable().default(null),
  })
  .openapi('ReviewToAdd')

export const outletListQueryShape = z.object({ merged: z.enum(['true', 'false']).default('false') })
export const outletQueryShape = z.object({ day: isoDayShape.optional() })

export type StatementKind = z.infer<typeof statementKindShape>
export type Statement = z.infer<typeof statementShape>
export type Review = z.infer<typeof reviewShape>
export type Relation = z.infer<typeof relationShape>
export type RelationToAdd = z.input<typeof relationToAddShape>
export type ReviewToAdd = z.input<typeof reviewToAddShape>
export type OutletCard = z.infer<typeof outletCardShape>
export type OutletRecord = z.infer<typeof outletShape>
export type OutletHealth = z.infer<typeof outletHealthShape>
export type OutletRow = z.infer<typeof outletRowShape>
export type OutletList = z.infer<typeof outletListShape>
export type OutletDetail = z.infer<typeof outletDetailShape>
/** What a person sends: fields with defaults may be left out. */
export type OutletToAdd = z.input<typeof outletToAddShape>
export type OutletChange = z.input<typeof outletChangeShape>
export type StatementToAdd = z.input<typeof statementToAddShape>
