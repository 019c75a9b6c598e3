// Keeps what a feed said of a page, where the policy of the outlet is not to visit its pages. The feed's words become a
// small page of their own, kept as a `resource` that says what it is. Safe to run twice: an item that is kept is left alone.

import { randomUUID } from 'node:crypto'
import type { FeedEntryWords, Jobs } from '../domain/job.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItem } from '../store/items.ts'
import { captureFile } from './capture-file.ts'
import { saveCapture, type Keeper } from './save-capture.ts'

const SOURCE = 'the words of the feed; the page was not visited'

export type PreserveEntryTools = Keeper & { readonly db: Db; readonly tool: string }

export async function preserveEntry(
  tools: PreserveEntryTools,
  { itemId, words }: Jobs['preserve.entry'],
): Promise<Deed> {
  const item = await findItem(tools.db, itemId)
  if (!item || item.versions > 0) return nothingToDo
  const bytes = new TextEncoder().encode(writePage(words))
  const { capture, records, main } = captureFile(
    { bytes, name: 'as the feed said it.html', contentType: 'text/html; charset=utf-8', url: item.url },
    {
      now: tools.now(),
      tool: tools.tool,
      newRecordId: randomUUID,
      source: SOURCE,
    },
  )
  return {
    outcome: `${item.url}: the feed’s words kept`,
    records,
    save: (tx, { places }) =>
      saveCapture(tx, tools, { item, capture, place: places[main], robotsRule: null, source: SOURCE }),
  }
}

function writePage({ title, summary, author, publishedAt, language }: FeedEntryWords): string {
  const date = publishedAt === null ? '' : `<time datetime="${new Date(publishedAt).toISOString()}"></time>`
  const byline = author === null ? '' : `<p rel="author">${escape(author)}</p>`
  const lang = language === null ? '' : ` lang="${escape(language)}"`
  const paragraphs = (summary ?? '').split(/\n+/).filter((text) => text.trim() !== '')
  const body = paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')
  return `<!doctype html>
<html${lang}><head><meta charset="utf-8"><title>${escape(title ?? '')}</title></head>
<body><article><h1>${escape(title ?? '')}</h1>${byline}${date}
${body}</article></body></html>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
