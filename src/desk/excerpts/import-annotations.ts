// In: JSON-LD with Web Annotations: one, a list, a page or a collection of them. Out: each by itself: an excerpt that a desk
// like this one exported, a quotation that somebody annotated elsewhere, or why it is neither.
// What comes from outside is checked to the last field: an excerpt whose parts and targets disagree is refused.

import { z } from 'zod'
import type { Excerpt, ExcerptPart } from '../../domain/excerpt.ts'
import { isRecord } from './is-record.ts'
import { readForeignAnnotation, type ForeignAnnotation } from './read-foreign-annotation.ts'

const gluedShape = z.enum(['left', 'right', 'both']).optional()
const elisionShape = z.strictObject({ kind: z.literal('elision'), glued: gluedShape })
const insertionShape = z.strictObject({
  kind: z.literal('insertion'),
  text: z.string().min(1).max(500),
  glued: gluedShape,
})
const quoteShape = z.strictObject({ kind: z.literal('quote'), target: z.number().int().nonnegative() })
const wordsShape = z.strictObject({ kind: z.literal('words'), text: z.string().max(100_000) })
const idShape = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

const quoteSelectorShape = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(50_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
})

const targetShape = z.object({
  type: z.literal('SpecificResource'),
  source: z.object({ id: z.string().max(10_000) }),
  selector: z.array(z.union([quoteSelectorShape, z.object({ type: z.literal('TextPositionSelector') })])).min(1),
  'dragoman:utf16': z.tuple([z.number().int().nonnegative(), z.number().int().positive()]),
  'dragoman:sha256': z.string().regex(/^[0-9a-f]{64}$/),
  'dragoman:address': z.string().max(10_000).optional(),
})

const extensionShape = z.object({
  readingId: idShape,
  captureId: idShape,
  parts: z
    .array(z.discriminatedUnion('kind', [quoteShape, elisionShape, insertionShape]))
    .min(1)
    .max(500),
  language: z.string().max(35).nullable(),
  speaker: z.string().max(300).nullable(),
  translation: z
    .object({
      language: z.string().max(35),
      parts: z.array(z.discriminatedUnion('kind', [wordsShape, elisionShape, insertionShape])).max(500),
      state: z.enum(['none', 'machine', 'machine-reviewed', 'human']),
      by: z.string().max(300).nullable(),
      at: z.number().nullable(),
      edited: z.boolean().optional(),
    })
    .nullable(),
  anchoring: z.enum(['held', 'moved', 'lost']),
  basket: z.string().max(200).nullable(),
  revision: z.number().int().positive().max(1_000_000),
})

const bodyOf = <Purpose extends string>(purpose: Purpose, value: z.ZodString) =>
  z.object({ type: z.literal('TextualBody'), value, purpose: z.literal(purpose) })
/** A tag is a key of the records: one without bounds would not fit into an index. */
const bodyShape = z.discriminatedUnion('purpose', [
  bodyOf('describing', z.string().max(100_000)),
  bodyOf('commenting', z.string().max(5_000)),
  bodyOf('tagging', z.string().min(1).max(80)),
])

const annotationShape = z.object({
  id: z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  type: z.literal('Annotation'),
  created: z.iso.datetime(),
  creator: z.object({ type: z.literal('Person'), name: z.string().min(1).max(200) }),
  body: z.array(bodyShape).max(100).default([]),
  target: z.array(targetShape).min(1).max(200),
  'dragoman:excerpt': extensionShape,
})

/** The page that an annotation speaks of: its addresses, and the digest of the capture where a desk exported it. */
export type SpokenPage = { readonly urls: readonly string[]; readonly digest: string | null }

export type AnnotationRead =
  | { readonly kind: 'excerpt'; readonly id: string; readonly excerpt: Excerpt; readonly page: SpokenPage }
  | ({ readonly kind: 'foreign' } & ForeignAnnotation)
  | { readonly kind: 'refused'; readonly id: string | null; readonly reason: string }

export type AnnotationsFile =
  | { readonly kind: 'read'; readonly annotations: readonly AnnotationRead[] }
  | { readonly kind: 'unreadable'; readonly reason: string }

export function readAnnotations(json: unknown): AnnotationsFile {
  const list = listOf(json)
  if (!list)
    return {
      kind: 'unreadable',
      reason: 'There is no Web Annotation in it, and no page or collection of them (JSON-LD).',
    }
  return { kind: 'read', annotations: list.map(readOne) }
}

/** The annotations of a file, as they are: the model lets them stand alone, in a page, or in a collection. */
function listOf(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json.length > 0 ? json : undefined
  if (!isRecord(json)) return undefined
  const types = [json['type']].flat()
  if (types.includes('Annotation')) return [json]
  if (types.includes('AnnotationPage')) return Array.isArray(json['items']) ? json['items'] : undefined
  if (types.includes('AnnotationCollection')) return json['first'] === undefined ? [] : listOf(json['first'])
  return undefined
}

function readOne(json: unknown): AnnotationRead {
  const id = isRecord(json) && typeof json['id'] === 'string' ? json['id'].slice(0, 500) : null
  if (!isRecord(json) || !('dragoman:excerpt' in json)) {
    const foreign = readForeignAnnotation(json)
    return foreign.kind === 'read' ? { ...foreign.annotation, kind: 'foreign' } : { ...foreign, id }
  }
  const parsed = annotationShape.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') ?? ''
    return { kind: 'refused', id, reason: `It is not as a desk exports it: ${where === '' ? 'the whole' : where}.` }
  }
  const excerpt = toExcerpt(parsed.data)
  if (!excerpt) return { kind: 'refused', id, reason: 'Its parts do not fit its targets.' }
  return { kind: 'excerpt', id: parsed.data.id, excerpt, page: pageOf(parsed.data) }
}

function pageOf({ target }: z.infer<typeof annotationShape>): SpokenPage {
  const [first] = target
  const urls = first ? [first['dragoman:address'], first.source.id].filter((url) => url !== undefined) : []
  return { urls, digest: first?.['dragoman:sha256'] ?? null }
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
  if (!parts.some(({ kind }) => kind === 'quote')) return undefined
  const bodies = (purpose: string): string[] =>
    annotation.body.flatMap((body) => (body.purpose === purpose ? [body.value] : []))
  const { translation, ...fields } = rest
  return {
    ...fields,
    id: annotation.id.slice('urn:uuid:'.length) as Excerpt['id'],
    readingId: fields.readingId as Excerpt['readingId'],
    captureId: fields.captureId as Excerpt['captureId'],
    parts,
    translation: translation && withoutUndefined({ ...translation, parts: translation.parts.map(withoutUndefined) }),
    tags: bodies('tagging'),
    note: bodies('commenting')[0] ?? null,
    madeBy: annotation.creator.name,
    madeAt: Date.parse(annotation.created),
  }
}

type Known<Part> = {
  [Key in keyof Part as undefined extends Part[Key] ? never : Key]: Part[Key]
} & { [Key in keyof Part as undefined extends Part[Key] ? Key : never]?: Exclude<Part[Key], undefined> }

/** A key that was not there is not there, rather than `undefined`. */
function withoutUndefined<Part extends object>(part: Part): Known<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Known<Part>
}
