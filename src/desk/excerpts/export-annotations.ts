// In: excerpts and the pages they rest on. Out: W3C Web Annotations (Data Model, 23 February 2017) as JSON-LD.
//
//   Annotation
//     target[]  one SpecificResource a quotation: source, TextQuoteSelector, TextPositionSelector, TimeState of the capture
//               (4.3.1: `cached` is the preserved copy that everybody can reach)
//     body[]    TextualBody: translation (describing), note (commenting), tags (tagging)
//     dragoman:excerpt   what the model has no words for: order of parts, elisions, insertions, states
//
// Positions are counted in code points, as the model asks (4.2.5); ours, in UTF-16 units, are beside them.

import { printParts, type Anchor, type Excerpt, type ExcerptPart } from '../../domain/excerpt.ts'
import type { CaptureId } from '../../domain/capture.ts'

/** The page that an excerpt was cut from. */
export type AnnotatedPage = {
  /** The address that answered. */
  readonly url: string
  /** The address that was asked, under which a desk knows the page. */
  readonly address: string
  /** The reading's text as it is now; null when it cannot be had. */
  readonly text: string | null
  /** Of the capture, milliseconds UTC. */
  readonly requestedAt: number
  /** SHA-256 of the captured payload. */
  readonly digest: string
  /** Where everybody can find a preserved copy; null = nowhere that the desk knows. */
  readonly archivedUrl: string | null
}

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const OUR_CONTEXT = { dragoman: 'urn:dragoman:terms:' } as const

export type Annotation = Readonly<Record<string, unknown>>

export function exportAnnotation(excerpt: Excerpt, page: AnnotatedPage, generator: string): Annotation {
  return { '@context': [ANNOTATION_CONTEXT, OUR_CONTEXT], ...annotationOf(excerpt, page, generator) }
}

/** Many annotations as one collection with a single page (3.5.1 of the model). */
export function exportCollection(
  excerpts: readonly { readonly excerpt: Excerpt; readonly page: AnnotatedPage }[],
  { id, label, generator, at }: { id: string; label: string; generator: string; at: number },
): Annotation {
  const items = excerpts.map(({ excerpt, page }) => annotationOf(excerpt, page, generator))
  return {
    '@context': [ANNOTATION_CONTEXT, OUR_CONTEXT],
    id: `urn:uuid:${id}`,
    type: 'AnnotationCollection',
    label,
    created: new Date(at).toISOString(),
    total: items.length,
    ...(items.length > 0 && {
      first: { id: `urn:uuid:${id}#page-1`, type: 'AnnotationPage', startIndex: 0, items },
    }),
  }
}

function annotationOf(excerpt: Excerpt, page: AnnotatedPage, generator: string): Annotation {
  const quotes = excerpt.parts.flatMap((part) => (part.kind === 'quote' ? [part.anchor] : []))
  const body = bodiesOf(excerpt)
  return {
    id: `urn:uuid:${excerpt.id}`,
    type: 'Annotation',
    motivation: ['highlighting', ...(excerpt.note === null ? [] : ['commenting'])],
    created: new Date(excerpt.madeAt).toISOString(),
    creator: { type: 'Person', name: excerpt.madeBy },
    generator: { type: 'Software', name: generator },
    ...(body.length > 0 && { body }),
    target: quotes.map((anchor) => targetOf(anchor, page, excerpt.language)),
    'dragoman:excerpt': extensionOf(excerpt),
  }
}

function bodiesOf(excerpt: Excerpt): Annotation[] {
  const { translation, note, tags } = excerpt
  const text = (value: string, purpose: string): Annotation => ({ type: 'TextualBody', value, purpose })
  return [
    ...(translation === null
      ? []
      : [
          {
            ...text(printParts(translation.parts), 'describing'),
            format: 'text/plain',
            language: translation.language,
          },
        ]),
    ...(note === null ? [] : [{ ...text(note, 'commenting'), format: 'text/plain' }]),
    ...tags.map((tag) => text(tag, 'tagging')),
  ]
}

function targetOf(
  { exact, prefix, suffix, start, end }: Anchor,
  page: AnnotatedPage,
  language: string | null,
): Annotation {
  const stands = page.text !== null && page.text.slice(start, end) === exact
  const position = stands
    ? [{ type: 'TextPositionSelector', start: codePoints(page.text, start), end: codePoints(page.text, end) }]
    : []
  return {
    type: 'SpecificResource',
    source: { id: page.url, type: 'Text', ...(language !== null && { language }) },
    selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, ...position],
    state: {
      type: 'TimeState',
      sourceDate: new Date(page.requestedAt).toISOString(),
      ...(page.archivedUrl !== null && { cached: page.archivedUrl }),
    },
    'dragoman:utf16': [start, end],
    'dragoman:sha256': page.digest,
    ...(page.address !== page.url && { 'dragoman:address': page.address }),
  }
}

/** How many characters (Unicode code points) stand before a UTF-16 offset. */
function codePoints(text: string | null, offset: number): number {
  let count = 0
  for (let at = 0; at < offset; at += (text?.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++
  return count
}

/** What only we can read; the quotations are in the targets, by their number. */
export type ExcerptExtension = {
  readonly readingId: string
  readonly captureId: CaptureId
  readonly parts: readonly (
    | Exclude<ExcerptPart, { kind: 'quote' }>
    | { readonly kind: 'quote'; readonly target: number }
  )[]
  readonly language: string | null
  readonly speaker: string | null
  readonly translation: Excerpt['translation']
  readonly anchoring: Excerpt['anchoring']
  readonly basket: string | null
  readonly revision: number
}

function extensionOf(excerpt: Excerpt): ExcerptExtension {
  const { readingId, captureId, language, speaker, translation, anchoring, basket, revision } = excerpt
  let target = 0
  const parts = excerpt.parts.map((part) => (part.kind === 'quote' ? { kind: part.kind, target: target++ } : part))
  return { readingId, captureId, parts, language, speaker, translation, anchoring, basket, revision }
}
