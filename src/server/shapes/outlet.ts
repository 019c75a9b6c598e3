// Outlets: who speaks, what has been stated of them by whom and when, and how their feeds are.

import { z } from '@hono/zod-openapi'
import { countShape, idShape, instantShape, languageShape, webAddressShape } from './plain.ts'
import { feedRowShape, feedToAddShape } from './feed.ts'

export const statementKindShape = z.enum(['descriptor', 'alignment', 'owner', 'medium', 'self-description'])

const isoDayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Give a day as YYYY-MM-DD.')

export const statementShape = z
  .object({
    id: idShape,
    outletId: idShape,
    kind: statementKindShape,
    value: z.string(),
    validFrom: isoDayShape.nullable().openapi({ description: 'null = since ever, as far as known' }),
    signedBy: z.string(),
    signedAt: instantShape,
    evidence: z.string().nullable().openapi({ description: 'null = none given: shown as unreviewed' }),
  })
  .openapi('Statement')

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
  })
  .openapi('Outlet')

/** How the worst of an outlet's feeds is. */
export const outletHealthShape = z.enum(['no-feeds', 'never-polled', 'well', 'quiet', 'failing', 'gone', 'paused'])

export const outletRowShape = outletShape
  .extend({
    descriptor: statementShape.nullable(),
    alignment: statementShape.nullable(),
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
    /** All of them, newest signature first. */
    statements: z.array(statementShape),
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
  .object({
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
  .object({
    name: nameShape,
    nameAsPrinted: nameShape.nullable(),
    homepage: webAddressShape,
    domains: z.array(domainShape).min(1).max(200),
    languages: z.array(tagShape).max(100),
    country: countryShape.nullable(),
  })
  .partial()
  .openapi('OutletChange')

export const statementToAddShape = z
  .object({
    kind: statementKindShape,
    value: z.string().trim().min(1).max(2000),
    validFrom: isoDayShape.nullable().default(null),
    signedBy: z.string().trim().min(1, 'A statement is signed: give your name.').max(200),
    evidence: z.string().trim().min(1).max(4096).nullable().default(null),
  })
  .openapi('StatementToAdd')

export type StatementKind = z.infer<typeof statementKindShape>
export type Statement = z.infer<typeof statementShape>
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
