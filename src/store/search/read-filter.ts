// In: a field of a query and its value. Out: a filter, or a bound of time.

import { normaliseHost } from './facet-tokens.ts'
import type { Piece } from './lex-query.ts'
import { firstMomentOf } from './parse-day.ts'
import type { Bounds } from './parse-parts.ts'
import type { QueryNode, QueryProblem } from './query.ts'

export type FilterContext = {
  readonly bounds: Bounds
  readonly findOutlets: (name: string) => readonly string[]
  readonly report: (problem: QueryProblem) => void
}

/** Where the filter stands: bounds of time only make sense at the top. */
export type FilterPlace = { readonly isTop: boolean; readonly isNegated: boolean }

const examples: Readonly<Record<string, string>> = {
  lang: 'lang:ar', outlet: 'outlet:"Al-Manara"', site: 'site:press.example', after: 'after:2023-09-16', before: 'before:2024',
}

/** The filter's node; null for bounds of time, which go to `context.bounds`, and for problems, which are reported. */
export function readFilter(field: Piece, value: Piece | null, place: FilterPlace, context: FilterContext): QueryNode | null {
  const complain = (message: string) => {
    context.report({ start: field.start, end: value?.end ?? field.end, message })
    return null
  }
  const example = examples[field.text]
  if (!example) {
    return complain(`There is no filter “${field.text}:”. The filters are lang: outlet: site: before: after:. To search for the words themselves, put them in quotation marks.`)
  }
  const text = value?.text.trim() ?? ''
  if (text === '') return complain(`“${field.text}:” has no value. Write it directly behind the colon: ${example}.`)
  if (value?.isPrefix) return complain(`“${field.text}:” takes a whole value, no star. Write, for example: ${example}.`)
  const filter = (values: readonly string[]): QueryNode => ({ kind: 'filter', field: field.text as 'lang', values })

  switch (field.text) {
    case 'lang':
      if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return complain(`“${text}” is not a language tag (BCP 47). Write two or three letters, for example: lang:fa or lang:zh-Hant.`)
      return filter([text.toLowerCase()])
    case 'site':
      return readSite(text, filter, complain)
    case 'outlet': {
      const ids = context.findOutlets(text)
      if (ids.length === 0) return complain(`No outlet is called “${text}”. Write its name as the outlets page shows it, in quotation marks if it has spaces.`)
      return filter(ids)
    }
    default:
      return readBound(field.text === 'after', text, place, context, complain)
  }
}

function readSite(text: string, filter: (values: readonly string[]) => QueryNode, complain: (message: string) => null): QueryNode | null {
  const host = normaliseHost(text.replace(/^[a-z]+:\/\//i, '').replace(/^\*?\./, '').replace(/[/:?#].*$/, ''))
  if (host === '' || /[^\p{L}\p{N}\p{M}._-]/u.test(host)) return complain(`“${text}” is not a host name. Write, for example: site:press.example.`)
  return filter([host])
}

function readBound(isAfter: boolean, text: string, place: FilterPlace, context: FilterContext, complain: (message: string) => null): null {
  const moment = firstMomentOf(text)
  if (moment === undefined) return complain(`“${text}” is not a date that exists. Write a year, a month or a day: 2023, 2023-09 or 2023-09-16.`)
  if (!place.isTop) return complain('before: and after: hold for the whole search and cannot stand in parentheses or beside OR. Put them at the end: (Mali OR Niger) after:2023-09.')
  const { bounds } = context
  if (isAfter !== place.isNegated) bounds.from = Math.max(bounds.from ?? moment, moment)
  else bounds.until = Math.min(bounds.until ?? moment, moment)
  return null
}
