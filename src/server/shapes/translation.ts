// Translations as the web sees them. Words of the domain: see domain/translation.ts.

import { z } from '@hono/zod-openapi'
import { countShape, idShape, instantShape, languageShape, signatureShape } from './plain.ts'

export const translationStateShape = z.enum(['none', 'machine', 'machine-reviewed', 'human'])

const at = instantShape.optional().openapi({ description: 'When the words were put there; absent = not on record' })

const originShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('engine'), engine: z.string(), version: z.string(), at }),
  z.object({
    kind: z.literal('memory'),
    match: z.number(),
    of: z.string().nullable().openapi({ description: 'Whose words the memory says they are' }),
    at,
  }),
  z.object({ kind: z.literal('person'), name: z.string(), at }),
])

const flagShape = z.object({
  kind: z.enum(['figure', 'date', 'name', 'glossary', 'missing', 'markup', 'language', 'machine-marks']),
  words: z.string(),
  inOriginal: z.string().optional().openapi({ description: 'The very words in question, as they stand there' }),
  inTranslation: z.string().optional(),
  dismissed: z
    .object({ by: z.string(), at: instantShape })
    .optional()
    .openapi({ description: 'A person has looked and says that it is right as it is' }),
})

const segmentShape = z.object({
  start: countShape.openapi({ description: 'UTF-16 offset into the text of the reading' }),
  end: countShape,
  source: z.string().openapi({ description: 'The sentence as it stands in the original' }),
  target: z.string().nullable(),
  state: translationStateShape,
  origin: originShape.nullable(),
  reviewedBy: z.string().nullable(),
  reviewedAt: instantShape.nullable(),
  flags: z.array(flagShape),
  isCut: z.literal(true).optional().openapi({ description: 'A person set its bounds: joined, or split' }),
})

const leftOverShape = segmentShape.pick({
  source: true,
  target: true,
  state: true,
  origin: true,
  reviewedBy: true,
  reviewedAt: true,
})

export const translationShape = z.object({
  id: idShape,
  itemId: idShape,
  readingId: idShape,
  from: languageShape,
  to: languageShape,
  title: z.string().nullable(),
  titleState: translationStateShape,
  titleOrigin: originShape.nullable(),
  titleReviewedBy: z.string().nullable(),
  titleReviewedAt: instantShape.nullable(),
  titleFlags: z.array(flagShape),
  titleSource: z.string().nullable().openapi({ description: 'The title that this is a translation of' }),
  lead: z.string().nullable().openapi({ description: 'The first sentences, about 200 letters, for lists' }),
  leadState: translationStateShape,
  segments: z.array(segmentShape),
  leftOver: z
    .array(leftOverShape)
    .openapi({ description: 'People’s words whose sentence the page does not say any more' }),
  state: translationStateShape,
  reason: z.string().nullable().openapi({ description: 'Why it is not complete, for people; null = it is' }),
  isCurrent: z
    .boolean()
    .openapi({ description: 'False: the page was captured or read anew since, and offsets are of the older text' }),
  isWaiting: z.boolean().openapi({ description: 'True: sentences wait to be translated by an engine or a person' }),
  work: z
    .object({ state: z.enum(['idle', 'waiting', 'running']), runAt: instantShape.nullable() })
    .openapi({ description: 'Whether engines are at work on it, or when they are asked next' }),
  createdAt: instantShape,
  changedAt: instantShape,
  revision: countShape,
})

export const translationListShape = z.object({ translations: z.array(translationShape) })

/** A sentence by its number, from 0; null = the title. */
const placeShape = countShape.nullable().openapi({ description: 'A sentence by its number, from 0; null = the title' })

export const translationWishShape = z.object({
  to: languageShape.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language tag, as in en.').optional(),
  by: z
    .enum(['engines', 'people'])
    .default('engines')
    .openapi({ description: 'people: laid out for somebody to fill; no engine is asked' }),
  signedBy: signatureShape.optional(),
})

export const segmentCorrectionShape = z.object({
  revision: countShape,
  target: z.string().min(1).max(20_000),
  signedBy: signatureShape.optional(),
})

export const translationReviewShape = z.object({
  revision: countShape,
  segments: z
    .array(placeShape)
    .max(20_000)
    .nullable()
    .default(null)
    .openapi({ description: 'null = all that a machine said' }),
  signedBy: signatureShape.optional(),
})

export const flagDismissalShape = z.object({
  revision: countShape,
  segment: placeShape,
  flag: flagShape.pick({ kind: true, words: true }),
  isDismissed: z
    .boolean()
    .default(true)
    .openapi({ description: 'True: it is right as it is; false: it is a doubt again' }),
  signedBy: signatureShape.optional(),
})

export const restorationShape = z.object({
  revision: countShape,
  of: countShape.openapi({ description: 'The revision that is gone back on' }),
  segment: placeShape
    .optional()
    .openapi({ description: 'Absent: every sentence that it changed and nobody has changed since' }),
  words: z.enum(['before', 'after']).default('before').openapi({ description: 'To what it found, or to what it said' }),
  signedBy: signatureShape.optional(),
})

export const joinShape = z.object({
  revision: countShape,
  segment: countShape.openapi({ description: 'This sentence and the next, of the same paragraph, become one' }),
  signedBy: signatureShape.optional(),
})

export const splitShape = z.object({
  revision: countShape,
  segment: countShape,
  sourceAt: countShape.openapi({ description: 'Where the second part begins in the sentence, in UTF-16 units' }),
  targetAt: countShape
    .nullable()
    .default(null)
    .openapi({ description: 'Where it begins in the translation; null = it has no words yet' }),
  signedBy: signatureShape.optional(),
})

export const translationStopShape = z.object({ signedBy: signatureShape.optional() })

const saidShape = segmentShape
  .pick({ target: true, state: true, origin: true, reviewedBy: true, reviewedAt: true, flags: true })
  .partial()

const cutShape = segmentShape.pick({ source: true, target: true })

export const translationHistoryShape = z.object({
  revisions: z.array(
    z.object({
      revision: countShape,
      deed: z.enum([
        'made',
        'translated',
        'corrected',
        'reviewed',
        'dismissed',
        'restored',
        'carried-over',
        'joined',
        'split',
        'stopped',
      ]),
      signedBy: z.string(),
      signedAt: instantShape,
      changes: z.object({
        sentences: z
          .array(z.object({ segment: placeShape, source: z.string(), before: saidShape, after: saidShape }))
          .openapi({
            description: 'What was said before and is said now; where only a state changed, only what differs',
          }),
        filled: z.array(placeShape).openapi({ description: 'Places that had no words before' }),
        reasons: z.array(z.string()),
        carried: countShape.openapi({ description: 'Sentences that kept their words when the page was read anew' }),
        leftOver: countShape,
        layout: z
          .object({ at: countShape, before: z.array(cutShape), after: z.array(cutShape) })
          .nullable()
          .openapi({ description: 'Sentences as they were cut before and are cut since' }),
        of: countShape.nullable().openapi({ description: 'The revision that was gone back on' }),
      }),
    }),
  ),
})

export const sentenceAidsShape = z.object({
  matches: z.array(
    z.object({
      source: z.string(),
      target: z.string(),
      state: translationStateShape,
      origin: z.string(),
      changedAt: instantShape,
      match: z
        .number()
        .openapi({ description: '1 = the same sentence; below, the part of its words that are the same' }),
    }),
  ),
  terms: z.array(
    z.object({
      key: z.string(),
      printed: z.string().openapi({ description: 'As it stands in the sentence' }),
      targets: z.array(z.string()).openapi({ description: 'What it is to be called, the agreed name first' }),
      forbidden: z.array(z.string()),
    }),
  ),
})

export type TranslationStateName = z.infer<typeof translationStateShape>
export type TranslationSegment = z.infer<typeof segmentShape>
export type TranslationView = z.infer<typeof translationShape>
export type TranslationList = z.infer<typeof translationListShape>
export type TranslationWish = z.input<typeof translationWishShape>
export type SegmentCorrection = z.infer<typeof segmentCorrectionShape>
export type TranslationReview = z.input<typeof translationReviewShape>
export type FlagDismissal = z.input<typeof flagDismissalShape>
export type Restoration = z.input<typeof restorationShape>
export type SentenceJoin = z.input<typeof joinShape>
export type SentenceSplit = z.input<typeof splitShape>
export type SentenceAids = z.infer<typeof sentenceAidsShape>
export type TranslationHistory = z.infer<typeof translationHistoryShape>
