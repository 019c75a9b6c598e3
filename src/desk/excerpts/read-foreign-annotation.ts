// In: a Web Annotation that another program made. Out: which page it is of, what it quotes, and what is said of it.
// The model leaves many ways to write the same (3.2, 4): a source as text or object, one selector or several, one refined by
// another. A quotation must be there: a position alone cannot be checked against a page.

import { isRecord } from './is-record.ts'

export type ForeignQuote = {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Code points into the text, as the other program counted them; null = it does not say. */
  readonly at: number | null
}

export type ForeignAnnotation = {
  readonly id: string | null
  readonly page: { readonly urls: readonly string[]; readonly digest: null }
  readonly quotes: readonly ForeignQuote[]
  readonly note: string | null
  readonly tags: readonly string[]
  readonly by: string | null
  /** Milliseconds UTC. */
  readonly at: number | null
}

export type ForeignRead =
  | { readonly kind: 'read'; readonly annotation: ForeignAnnotation }
  | { readonly kind: 'refused'; readonly reason: string }

const MOST_QUOTES = 200

export function readForeignAnnotation(json: unknown): ForeignRead {
  if (!isRecord(json) || ![json['type']].flat().includes('Annotation'))
    return { kind: 'refused', reason: 'It is no Web Annotation.' }
  const targets = [json['target']].flat().filter(isRecord)
  const urls = [...new Set(targets.flatMap(({ source }) => addressOf(source) ?? []))]
  if (urls.length !== 1) return { kind: 'refused', reason: urls.length === 0 ? NO_PAGE : SEVERAL_PAGES }
  const quotes = targets.flatMap(({ selector }) => quotesOf(selector))
  if (quotes.length === 0) return { kind: 'refused', reason: NO_QUOTE }
  if (quotes.length > MOST_QUOTES) return { kind: 'refused', reason: `It quotes more than ${MOST_QUOTES} passages.` }
  const bodies = [json['body']].flat()
  return {
    kind: 'read',
    annotation: {
      id: textOf(json['id'], 500),
      page: { urls, digest: null },
      quotes,
      note:
        bodies
          .flatMap((body) => wordsOf(body, false) ?? [])
          .join('\n\n')
          .slice(0, 5_000) || null,
      tags: bodies.flatMap((body) => wordsOf(body, true)?.slice(0, 80) ?? []).slice(0, 50),
      by: creatorOf(json['creator']),
      at: readTime(json['created']),
    },
  }
}

const NO_PAGE = 'It names no page with a web address.'
const SEVERAL_PAGES = 'It is of several pages at once; an excerpt is of one.'
const NO_QUOTE = 'It quotes no words (TextQuoteSelector), so its place cannot be checked.'

function textOf(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, most) : null
}

function addressOf(source: unknown): string | null {
  const address = isRecord(source) ? source['id'] : source
  return typeof address === 'string' && address.length <= 10_000 && /^https?:\/\//i.test(address) ? address : null
}

function quotesOf(selector: unknown): ForeignQuote[] {
  const selectors = [selector]
    .flat()
    .flatMap((one) => (isRecord(one) ? [one, one['refinedBy']] : []))
    .filter(isRecord)
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  return selectors.flatMap((one) => {
    const exact = one['type'] === 'TextQuoteSelector' ? one['exact'] : null
    if (typeof exact !== 'string' || exact.trim() === '' || exact.length > 50_000) return []
    const around = (name: string) => (typeof one[name] === 'string' ? one[name].slice(0, 200) : '')
    const start = position?.['start']
    const at = typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : null
    return [{ exact, prefix: around('prefix'), suffix: around('suffix'), at }]
  })
}

/** The words of a body: a tag, or something said. */
function wordsOf(body: unknown, isTag: boolean): string | null {
  if (typeof body === 'string') return null // the address of something elsewhere
  if (!isRecord(body)) return null
  const purposes = [body['purpose']].flat()
  return purposes.includes('tagging') === isTag ? textOf(body['value'], 5_000) : null
}

function creatorOf(creator: unknown): string | null {
  const [first] = [creator].flat()
  return isRecord(first) ? textOf(first['name'] ?? first['nickname'], 200) : null
}

function readTime(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : at
}
