// In: the bytes of a page and where they came from. Out: what a reader makes of it.
// Never throws: whatever the bytes are, the answer is a reading that says what it is.

import type { PageReading } from '../domain/reading.ts'
import { parseHtml } from './html/parse-html.ts'
import { detectLanguage } from './language/detect-language.ts'
import { gatherFacts, metaOf } from './metadata/page-facts.ts'
import { chooseTitle } from './metadata/title.ts'
import { readText } from './text/read-text.ts'

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
  } catch (problem) {
    if (options.budgetMs === 5000) console.log(problem)
    return nothing
  }
}

async function readHtml(bytes: Uint8Array, options: ReadOptions): Promise<PageReading> {
  const started = performance.now()
  const isLate = (): boolean => performance.now() - started > options.budgetMs
  const charset = /charset=["']?([\w-]+)/i.exec(options.contentType ?? '')?.[1] ?? 'utf-8'
  const html = new TextDecoder(charset).decode(bytes)
  const tree = parseHtml(html, isLate)
  const facts = gatherFacts(tree)
  const siteName = metaOf(facts, 'og:site_name') ?? facts.jsonLd.siteName
  const title = chooseTitle(tree, facts, siteName)
  const description = metaOf(facts, 'og:description', 'description', 'twitter:description')
  const { text, blocks } = readText(tree, facts, { title: title.title, titleNode: title.node, description }, isLate)
  const guess = await detectLanguage(text)
  return {
    ...nothing,
    state: text ? 'whole' : 'not-an-article',
    reason: text ? null : 'No text that looks like an article.',
    title: title.title,
    byline: facts.jsonLd.article?.authors ?? [],
    published: null,
    language: guess?.language ?? facts.htmlLang ?? null,
    languageConfidence: guess?.confidence ?? 0,
    direction: /^(ar|fa|ur|ps|he|ckb|ug|sd|yi|dv)\b/.test(guess?.language ?? '') ? 'rtl' : 'ltr',
    text,
    blocks,
    siteName,
    charset,
  }
}
