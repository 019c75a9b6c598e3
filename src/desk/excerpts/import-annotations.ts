// In: JSON-LD that this desk exported (one Web Annotation or a collection of them). Out: the same excerpts, or what is wrong.
// What comes from outside is checked to the last field: an excerpt whose parts and targets disagree is refused.

import { z } from 'zod'
import type { Excerpt, ExcerptPart } from '../../domain/excerpt.ts'

const gluedShape = z.enum(['left', 'right', 'both']).optional()
const elisionShape = z.strictObject({ kind: z.literal('elision'), glued: gluedShape })
const insertionShape = z.strictObject({ kind: z.literal('insertion'), text: z.string().min(1), glued: gluedShape })
const quoteShape = z.strictObject({ kind: z.literal('quote'), target: z.number().int().nonnegative() })
const wordsShape = z.strictObject({ kind: z.literal('words'), text: z.string() })
const idShape = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

const quoteSelectorShape = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})

const targetShape = z.object({
  type: z.literal('SpecificResource'),
  selector: z.array(z.union([quoteSelectorShape, z.object({ type: z.literal('TextPositionSelector') })])).min(1),
  'dragoman:utf16': z.tuple([z.number().int().nonnegative(), z.number().int().positive()]),
})

const extensionShape = z.object({
  readingId: idShape,
  captureId: idShape,
  parts: z.array(z.discriminatedUnion('kind', [quoteShape, elisionShape, insertionShape])).min(1),
  language: z.string().nullable(),
  speaker: z.string().nullable(),
  translation: z
    .object({
      language: z.string(),
      parts: z.array(z.discriminatedUnion('kind', [wordsShape, elisionShape, insertionShape])),
      state: z.enum(['none', 'machine', 'machine-reviewed', 'human']),
      by: z.string().nullable(),
      at: z.number().nullable(),
    })
    .nullable(),
  anchoring: z.enum(['held', 'moved', 'lost']),
  basket: z.string().nullable(),
  revision: z.number().int().positive(),
})

const bodyShape = z.object({
  type: z.literal('TextualBody'),
  value: z.string(),
  purpose: z.enum(['describing', 'commenting', 'tagging']),
})

const annotationShape = z.object({
  id: z.string().regex(/^urn:uuid:/),
  type: z.literal('Annotation'),
  created: z.iso.datetime(),
  creator: z.object({ type: z.literal('Person'), name: z.string() }),
  body: z.array(bodyShape).default([]),
  target: z.array(targetShape).min(1),
  'dragoman:excerpt': extensionShape,
})

const collectionShape = z.object({
  type: z.literal('AnnotationCollection'),
  first: z.object({ items: z.array(annotationShape) }).optional(),
})

export type AnnotationsRead =
  | { readonly kind: 'read'; readonly excerpts: readonly Excerpt[] }
  | { readonly kind: 'unreadable'; readonly reason: string }

export function importAnnotations(json: unknown): AnnotationsRead {
  const collection = collectionShape.safeParse(json)
  const annotations = collection.success
    ? (collection.data.first?.items ?? [])
    : z.array(annotationShape).safeParse([json]).data
  if (!annotations) {
    return {
      kind: 'unreadable',
      reason: 'This is neither a Web Annotation nor a collection as this desk exports them.',
    }
  }
  const excerpts: Excerpt[] = []
  for (const annotation of annotations) {
    const excerpt = toExcerpt(annotation)
    if (!excerpt) return { kind: 'unreadable', reason: `The parts of ${annotation.id} do not fit its targets.` }
    excerpts.push(excerpt)
  }
  return { kind: 'read', excerpts }
}

function toExcerpt(annotation: z.infer<typeof annotationShape>): Excerpt | undefined {
  const { parts: order, ...rest } = annotation['dragoman:excerpt']
  const parts: ExcerptPart[] = []
  for (const part of order) {
    if (part.kind !== 'quote') {
      parts.push(withoutUndefined(part))
      continue
    }
    const target = annotation.target[part.target]
    const quote = target?.selector.find((selector) => selector.type === 'TextQuoteSelector')
    if (!target || !quote) return undefined
    const [start, end] = target['dragoman:utf16']
    const { exact, prefix, suffix } = quote
    if (end - start !== exact.length) return undefined
    parts.push({ kind: 'quote', anchor: { exact, prefix, suffix, start, end } })
  }
  const bodies = (purpose: string): string[] =>
    annotation.body.flatMap((body) => (body.purpose === purpose ? [body.value] : []))
  const { translation, ...fields } = rest
  return {
    ...fields,
    id: annotation.id.slice('urn:uuid:'.length) as Excerpt['id'],
    readingId: fields.readingId as Excerpt['readingId'],
    captureId: fields.captureId as Excerpt['captureId'],
    parts,
    translation: translation && { ...translation, parts: translation.parts.map(withoutUndefined) },
    tags: bodies('tagging'),
    note: bodies('commenting')[0] ?? null,
    madeBy: annotation.creator.name,
    madeAt: Date.parse(annotation.created),
  }
}

type Known<Part> = Part extends { glued?: unknown }
  ? Omit<Part, 'glued'> & { glued?: Exclude<Part['glued'], undefined> }
  : Part

/** A key that was not there is not there, rather than `undefined`. */
function withoutUndefined<Part extends object>(part: Part): Known<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Known<Part>
}
