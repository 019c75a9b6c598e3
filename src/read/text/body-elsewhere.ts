// In: a page whose elements show little or no article. Out: the article from where scripts would have fetched it:
// the body in linked data, or the longest running text among the data the page carries for its scripts.

import { parseHtml } from '../html/parse-html.ts'
import { withoutNulEscapes } from '../without-nul.ts'
import { collectSegments } from './collect-segments.ts'
import { stand, type Segment } from './segment.ts'
import { addWeight } from './weigh-text.ts'
import { isProse } from './worth.ts'

/** A text less than this is not worth replacing anything; where the page shows nothing at all, less will do. */
const minWeight = 400
const minWeightForNothing = 100

/** Paragraphs of the body that linked data prints; empty when it prints none to speak of. */
export function segmentsOfBody(articleBody: string | null, showsNothing = false): Segment[] {
  if (!articleBody || articleBody.length < (showsNothing ? minWeightForNothing : minWeight)) return []
  return segmentsOfMarkup(articleBody)
}

/** Segments of a text that may be markup or plain, with line ends for paragraphs. */
function segmentsOfMarkup(source: string): Segment[] {
  const isMarkup = /<(?:p|br|div|h[1-6]|li)\b/i.test(source)
  const html = isMarkup
    ? source
    : source
        .split(/\n\s*\n|\r?\n/)
        .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
        .join('')
  return collectSegments(parseHtml(html), () => false).filter((segment) => segment.weight > 0)
}

export function weightOf(segments: readonly Segment[]): number {
  let sum = 0
  for (const segment of segments) if (isProse(segment) || (segment.stands & stand.heading) !== 0) sum += segment.weight
  return sum
}

/** The longest running text in the data of scripts. */
export function segmentsOfData(scripts: readonly string[], isLate: () => boolean, showsNothing = false): Segment[] {
  const whole: string[] = []
  const byKey = new Map<string, string[]>()
  for (const script of scripts) {
    gatherStrings(script, whole, byKey, isLate)
    if (isLate()) break
  }
  let best: Segment[] = []
  let bestWeight = showsNothing ? minWeightForNothing : minWeight
  const candidates = [
    ...whole.sort((a, b) => b.length - a.length).slice(0, 4),
    ...[...byKey.values()].map((parts) => parts.join('\n')),
  ]
  for (const candidate of candidates) {
    const segments = segmentsOfMarkup(candidate)
    const weight = weightOf(segments)
    if (weight > bestWeight) {
      best = segments
      bestWeight = weight
    }
  }
  return best
}

const textKeys = new Set([
  'text',
  'content',
  'value',
  'html',
  'body',
  'p',
  'paragraph',
  'articleBody',
  'bodyText',
  'data',
  'paragraphs',
  'markup',
  'rendered',
  'children',
])

/** Strings of markup that hold paragraphs, and plain sentences by the name they stand under. */
function gatherStrings(
  script: string,
  whole: string[],
  byKey: Map<string, string[]>,
  isLate: () => boolean,
  depth = 0,
): void {
  const pattern = /(?:"([\w$-]{1,40})"\s*:\s*)?"((?:[^"\\]|\\.){60,})"/g
  let count = 0
  let listKey = ''
  let end = 0
  for (let match = pattern.exec(script); match; match = pattern.exec(script)) {
    if ((++count & 255) === 0 && isLate()) return
    const raw = match[2] ?? ''
    listKey = match[1] === undefined ? listKeyAt(script, end, match.index, listKey) : ''
    end = match.index + match[0].length
    const key = match[1] ?? listKey
    const text = unescapeString(raw)
    if (text === undefined) continue
    if (depth < 1 && raw.length > 400 && /\\"[\w$-]+\\"\s*:/.test(raw))
      gatherStrings(text, whole, byKey, isLate, depth + 1)
    else if (/<p[\s>]/i.test(text) && text.length > minWeight) whole.push(text)
    else if (textKeys.has(key) && isSentences(text)) byKey.set(key, [...(byKey.get(key) ?? []).slice(0, 500), text])
  }
}

/** The name of the list a string stands in: given before its first, kept for those that follow with at most short ones between. */
function listKeyAt(script: string, end: number, at: number, listKey: string): string {
  const between = script.slice(Math.max(end, at - 400), at)
  if (listKey !== '' && at - end <= 400 && /^\s*,(?:\s*"(?:[^"\\]|\\.){0,59}"\s*,)*\s*$/.test(between)) return listKey
  return /"([\w$-]{1,40})"\s*:\s*\[\s*(?:"(?:[^"\\]|\\.){0,59}"\s*,\s*)*$/.exec(between)?.[1] ?? ''
}

function unescapeString(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw
  try {
    const parsed: unknown = JSON.parse(withoutNulEscapes(`"${raw}"`))
    return typeof parsed === 'string' ? parsed : undefined
  } catch {
    return undefined
  }
}

function isSentences(text: string): boolean {
  const sum = { weight: 0, stops: 0, commas: 0 }
  addWeight(text.slice(0, 2000), sum)
  return (
    sum.weight > 40 &&
    sum.stops + sum.commas > 0 &&
    text.includes(' ') &&
    !/[{}]\s|;\s*[\w-]+\s?[:=(]|https?:\/\/\S+$/.test(text.slice(0, 200))
  )
}
