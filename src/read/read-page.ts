// In: the bytes of a page and where they came from. Out: what a reader makes of it.
// Never throws: whatever the bytes are, the answer is a reading that says what it is.

import type { PageReading } from '../domain/reading.ts'
import { parseHtml } from './html/parse-html.ts'
import { detectLanguage } from './language/detect-language.ts'
import { findByline } from './metadata/byline.ts'
import { gatherFacts, metaOf } from './metadata/page-facts.ts'
import { chooseTitle } from './metadata/title.ts'
import { chooseDates } from './dates/choose-dates.ts'
import { gatherClues } from './dates/date-clues.ts'
import { dateContextOf } from './dates/date-context.ts'
import { decodeText } from '../lib/charset.ts'
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
  const decoded = decodeText(bytes, { contentType: options.contentType, kind: 'html' })
  const tree = parseHtml(decoded.text, isLate)
  const facts = gatherFacts(tree)
  const siteName = metaOf(facts, 'og:site_name') ?? facts.jsonLd.siteName
  const title = chooseTitle(tree, facts, siteName)
  const description = metaOf(facts, 'og:description', 'description', 'twitter:description')
  const { text, blocks, article } = readText(tree, facts, { title: title.title, titleNode: title.node, description }, isLate)
  const guess = await detectLanguage(text || (title.title ?? ''))
  const context = dateContextOf(facts, options.url, guess && guess.confidence > 0.7 ? guess.language : null)
  const dates = chooseDates(gatherClues({ tree, facts, article, titleNode: title.node, url: options.url, context, now: options.now }))
  return {
    ...nothing,
    state: text ? 'whole' : 'not-an-article',
    reason: text ? null : 'No text that looks like an article.',
    title: title.title,
    byline: findByline({ tree, facts, article, titleNode: title.node, siteName, host: hostOf(options.url) }),
    published: dates.published,
    updated: dates.updated,
    language: guess?.language ?? facts.htmlLang ?? null,
    languageConfidence: guess?.confidence ?? 0,
    direction: /^(ar|fa|ur|ps|he|ckb|ug|sd|yi|dv)\b/.test(guess?.language ?? '') ? 'rtl' : 'ltr',
    text,
    blocks,
    siteName,
    charset: decoded.charset,
    notes: dates.notes,
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
