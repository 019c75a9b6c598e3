// In: a field of a query and its value. Out: a filter, a bound of time, or where to look.

import { normaliseHost } from './facet-tokens.ts'
import type { Bound, ScopeMark } from './lift-bounds.ts'
import type { Piece } from './lex-query.ts'
import { firstMomentOf } from './parse-day.ts'
import type { ParseContext } from './parse-parts.ts'
import type { FilterNode } from './query.ts'

/** A sentence for people instead of a filter. */
type Refusal = { readonly kind: 'refused'; readonly message: string }

const examples: ReadonlyMap<string, string> = new Map([
  ['lang', 'lang:ar'],
  ['outlet', 'outlet:"Al-Manara"'],
  ['site', 'site:press.example'],
  ['kind', 'kind:article'],
  ['in', 'in:original'],
  ['after', 'after:2023-09-16'],
  ['before', 'before:2024'],
])

/** The filter, bound or place to look; null, with a report, when it cannot be one. */
export function readFilter(
  field: Piece,
  value: Piece | null,
  context: ParseContext,
): FilterNode | Bound | ScopeMark | null {
  const place = { start: field.start, end: value?.end ?? field.end }
  const found = refuseForm(field.text, value) ?? readValue(field.text, value?.text.trim() ?? '', place, context)
  if (found.kind !== 'refused') return found
  context.report({ ...place, message: found.message })
  return null
}

function refuseForm(field: string, value: Piece | null): Refusal | null {
  const example = examples.get(field)
  if (!example) {
    return refuse(
      `There is no filter “${field}:”. The filters are lang: outlet: site: before: after: kind: in:. To search for the words themselves, put them in quotation marks.`,
    )
  }
  if (!value || value.text.trim() === '')
    return refuse(`“${field}:” has no value. Write one directly behind the colon: ${example}.`)
  return value.isPrefix
    ? refuse(`“${field}:” takes a whole value, without a star. Write, for example: ${example}.`)
    : null
}

function readValue(
  field: string,
  text: string,
  place: { start: number; end: number },
  context: ParseContext,
): FilterNode | Bound | ScopeMark | Refusal {
  switch (field) {
    case 'lang':
      return readLanguage(text)
    case 'site':
      return readSite(text)
    case 'kind':
      return readKind(text)
    case 'in':
      return readScope(text, place)
    case 'outlet':
      return readOutlet(text, context)
    default:
      return readBound(field === 'after' ? 'from' : 'until', text, place)
  }
}

function readLanguage(text: string): FilterNode | Refusal {
  const isTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)
  if (!isTag)
    return refuse(
      `“${text}” is not a language tag (BCP 47). Write its two or three letters, for example: lang:fa or lang:zh-Hant.`,
    )
  return { kind: 'filter', field: 'lang', values: [text.toLowerCase()] }
}

/** People paste whole addresses; the host is what is meant. */
function readSite(text: string): FilterNode | Refusal {
  const host = normaliseHost(
    text
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/^\*?\./, '')
      .replace(/[/:?#].*$/, ''),
  )
  if (!/^[\p{L}\p{N}\p{M}._-]+$/u.test(host))
    return refuse(`“${text}” is not a host name. Write, for example: site:press.example.`)
  return { kind: 'filter', field: 'site', values: [host] }
}

/** Articles of the desk against pages of outlets: `-kind:article` leaves the pages. */
function readKind(text: string): FilterNode | Refusal {
  if (text.toLowerCase() === 'article') return { kind: 'filter', field: 'kind', values: ['article'] }
  return refuse(
    `There is no kind “${text}”. Write kind:article for the desk’s own pieces, -kind:article for everything else.`,
  )
}

function readScope(text: string, place: { start: number; end: number }): ScopeMark | Refusal {
  if (text.toLowerCase() === 'original') return { kind: 'scope', ...place }
  return refuse(
    `There is no “in:${text}”. Write in:original to search the originals alone, as typed; without it translated titles and leads and other names are searched too.`,
  )
}

function readOutlet(text: string, context: ParseContext): FilterNode | Refusal {
  const values = context.findOutlets(text)
  if (values.length === 0)
    return refuse(
      `No outlet is called “${text}”. Write its name as the outlets page shows it, in quotation marks if it has spaces.`,
    )
  return { kind: 'filter', field: 'outlet', values }
}

function readBound(side: Bound['side'], text: string, place: { start: number; end: number }): Bound | Refusal {
  const moment = firstMomentOf(text)
  if (moment === undefined)
    return refuse(`“${text}” is not a date that exists. Write a year, a month or a day: 2023, 2023-09 or 2023-09-16.`)
  return { kind: 'bound', side, moment, ...place }
}

function refuse(message: string): Refusal {
  return { kind: 'refused', message }
}
