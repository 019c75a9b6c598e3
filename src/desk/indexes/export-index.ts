// In: the lines of an index. Out: the index as HTML, CSV or JSON for others. Titles are text from outside: escaped in each.

import { escapeHtml } from '../../lib/escape-html.ts'
import { writeCsvLines } from '../../lib/csv.ts'
import type { IndexLine } from './index-row.ts'

export type IndexForm = 'html' | 'csv' | 'json'

/** A whole file. @param linkOf the address of an article, for HTML and JSON; null = no link */
export function exportIndex(
  form: IndexForm,
  title: string,
  lines: readonly IndexLine[],
  linkOf: (line: IndexLine) => string | null = () => null,
): string {
  if (form === 'csv') return exportCsv(lines)
  if (form === 'json') return exportJson(title, lines, linkOf)
  return exportHtml(title, lines, linkOf)
}

function exportCsv(lines: readonly IndexLine[]): string {
  const rows = lines.map(({ published, issue, title, authors }) => [published, issue, title, authors.join('; ')])
  return writeCsvLines([['published', 'issue', 'title', 'authors'], ...rows])
}

function exportJson(title: string, lines: readonly IndexLine[], linkOf: (line: IndexLine) => string | null): string {
  const entries = lines.map((line) => ({ ...line, link: linkOf(line) }))
  return `${JSON.stringify({ title, entries }, null, 2)}\n`
}

function exportHtml(title: string, lines: readonly IndexLine[], linkOf: (line: IndexLine) => string | null): string {
  const groups = Map.groupBy(lines, dateOf)
  const body = [...groups].map(([date, group]) => {
    const items = group.map((line) => `      <li>${htmlLine(line, linkOf(line))}</li>`).join('\n')
    return `    <h2>${escapeHtml(date === '' ? 'Not dated' : date)}</h2>\n    <ul>\n${items}\n    </ul>`
  })
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escapeHtml(title)}</title>
  </head>
  <body>
    <h1>${escapeHtml(title)}</h1>
${body.join('\n')}
  </body>
</html>
`
}

function htmlLine({ title, authors }: IndexLine, link: string | null): string {
  // bdi: a title in another direction must not turn the line round.
  const text = `<bdi>${escapeHtml(title)}</bdi>`
  const shown = link !== null && isSafeLink(link) ? `<a href="${escapeHtml(link)}">${text}</a>` : text
  return authors.length === 0 ? shown : `${shown} (<bdi>${escapeHtml(authors.join(', '))}</bdi>)`
}

function isSafeLink(link: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))/.test(link)
}

/** The day of publication, else the issue: never the one dressed as the other. */
export function dateOf({ published, issue }: IndexLine): string {
  return published ?? (issue === null ? '' : `Issue ${issue}`)
}
