// In: a citation. Out: a record of RIS, as reference managers read it: lines “TY  - NEWS” … “ER  - ”, ended by CR LF.

import type { Citation } from '../../domain/excerpt.ts'
import { isWebAddress } from './citation-pieces.ts'
import { noteLines } from './make-csl.ts'
import { printDate } from './print-date.ts'

export function makeRis(citation: Citation, id: string): string {
  const { authors, titleOriginal, titleEnglish, outlet, post, language, url, date, archivedUrl } = citation
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '') ?? []
  const fields: readonly (readonly [tag: string, value: string | null | undefined])[] = [
    ['TY', post ? 'BLOG' : 'NEWS'],
    ['ID', id],
    ...authors.map((name) => ['AU', name] as const),
    ...(authors.length === 0 && post && outlet !== '' ? [['AU', outlet] as const] : []),
    ['TI', titleOriginal ?? titleEnglish ?? post?.words],
    ['TT', titleOriginal === null ? null : titleEnglish],
    ['T2', post ? post.platform : outlet],
    ['PY', year],
    ['DA', year && [year, month ?? '', day ?? '', printDate(date) === null ? (date ?? '') : ''].join('/')],
    ['Y2', `${citation.accessed.replaceAll('-', '/')}/`],
    ['LA', language],
    ['UR', isWebAddress(url) ? url : null],
    ['L2', archivedUrl],
    ...noteLines(citation).map((line) => ['N1', line] as const),
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`
}

/** A line that a title breaks would be a field of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
