// In: the bytes of a page and where they came from. Out: what a reader makes of it.
// Never throws: whatever the bytes are, the answer is a reading that says what it is.

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Block, PageReading } from '../domain/reading.ts'
import { detectLanguage } from './language/detect-language.ts'

export type ReadOptions = {
  /** The address the page was found at. */
  readonly url: string
  readonly contentType: string | null
  /** Milliseconds after which the reader gives what it has. */
  readonly budgetMs: number
  /** When the page was captured, milliseconds since 1970, UTC. */
  readonly now: number
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

const nothing: PageReading = {
  state: 'unreadable', reason: 'The reader could make nothing of these bytes.', title: null, byline: [], published: null,
  updated: null, language: null, languageConfidence: 0, direction: 'ltr', text: '', blocks: [], canonicalUrl: null,
  siteName: null, section: null, tags: [], leadImage: null, charset: 'utf-8', notes: [],
}

/** Reads a page. Never throws. */
export async function readPage(bytes: Uint8Array, options: ReadOptions): Promise<PageReading> {
  try {
    return await readHtml(bytes, options)
  } catch {
    return nothing
  }
}

async function readHtml(bytes: Uint8Array, options: ReadOptions): Promise<PageReading> {
  const charset = /charset=["']?([\w-]+)/i.exec(options.contentType ?? '')?.[1] ?? 'utf-8'
  const html = new TextDecoder(charset).decode(bytes)
  const { document } = parseHTML(html)
  const article = new Readability(document, { charThreshold: 100 }).parse()
  const paragraphs = (article?.textContent ?? '').split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const blocks: Block[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n'
    blocks.push({ kind: 'paragraph', start: text.length, end: text.length + paragraph.length })
    text += paragraph
  }
  const guess = await detectLanguage(text)
  const time = Date.parse(article?.publishedTime ?? '')
  return {
    ...nothing,
    state: text ? 'whole' : 'not-an-article',
    reason: text ? null : 'No text that looks like an article.',
    title: article?.title?.trim() || null,
    byline: article?.byline ? [article.byline.trim()] : [],
    published: Number.isNaN(time)
      ? null
      : { edtf: new Date(time).toISOString().replace('.000', ''), literal: null, calendar: 'gregorian', from: 'meta' },
    language: guess?.language ?? article?.lang ?? null,
    languageConfidence: guess?.confidence ?? 0,
    direction: /^(ar|fa|ur|ps|he|ckb|ug|sd|yi|dv)\b/.test(guess?.language ?? '') ? 'rtl' : 'ltr',
    text,
    blocks,
    siteName: article?.siteName ?? null,
    charset,
  }
}
