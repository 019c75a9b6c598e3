// In: the bytes of an HTML page. Out: its reading. The steps follow one another; each has a file of its own.

import type { Block, PageReading } from '../domain/reading.ts'
import { decodeText } from '../lib/charset.ts'
import { countOf } from '../lib/count-of.ts'
import { chooseDates } from './dates/choose-dates.ts'
import { gatherClues } from './dates/gather-clues.ts'
import { dateContextOf } from './dates/date-context.ts'
import { parseHtml } from './html/parse-html.ts'
import { judgeLanguage } from './judge-language.ts'
import { findByline } from './metadata/byline.ts'
import { readLabels } from './metadata/page-labels.ts'
import { gatherFacts, metaOf } from './metadata/page-facts.ts'
import { chooseTitle } from './metadata/title.ts'
import { judgeState } from './page-state.ts'
import type { ReadOptions } from './read-page.ts'
import { readText } from './text/read-text.ts'
import { mayHoldControls, withoutNul } from './without-nul.ts'

export async function readHtml(bytes: Uint8Array, options: ReadOptions, isLate: () => boolean): Promise<PageReading> {
  const decoded = decodeText(bytes, { contentType: options.contentType, kind: 'html' })
  const tree = parseHtml(mayHoldControls(bytes) ? withoutNul(decoded.text) : decoded.text, isLate)
  const facts = gatherFacts(tree)
  const labels = readLabels(facts, options.url)
  const title = chooseTitle(tree, facts, labels.siteName, hostOf(options.url))
  const description = metaOf(facts, 'og:description', 'description', 'twitter:description')
  const read = readText(tree, facts, { title: title.title, titleNode: title.node, description }, isLate)
  const language = await judgeLanguage(tree, facts, read, title.title)
  const context = dateContextOf(facts, options.url, language.language)
  const dates = chooseDates(
    gatherClues({
      tree,
      facts,
      article: read.article,
      titleNode: title.node,
      url: options.url,
      context,
      now: options.now,
    }),
  )
  const { state, reason } = judgeState(tree, facts, read, tree.cut || isLate())
  return {
    state,
    reason,
    title: title.title,
    byline: findByline({
      tree,
      facts,
      article: read.article,
      titleNode: title.node,
      siteName: labels.siteName,
      host: hostOf(options.url),
    }),
    published: dates.published,
    updated: dates.updated,
    language: language.language,
    languageConfidence: language.confidence,
    direction: language.direction,
    text: read.text,
    blocks: withLanguages(read.blocks, language.ofBlocks),
    ...labels,
    charset: decoded.charset,
    notes: [
      ...charsetNotes(decoded),
      ...sourceNotes(read.source),
      ...title.notes,
      ...language.notes,
      ...dates.notes,
      ...facts.jsonLd.notes,
    ],
  }
}

function withLanguages(blocks: readonly Block[], languages: ReadonlyMap<number, string>): readonly Block[] {
  return languages.size === 0
    ? blocks
    : blocks.map((block, at) => (languages.has(at) ? { ...block, language: languages.get(at) ?? '' } : block))
}

function charsetNotes({ charset, why, replaced }: ReturnType<typeof decodeText>): string[] {
  const notes: string[] = []
  if (why === 'guessed') notes.push(`The charset ${charset} was found by looking at the bytes.`)
  if (replaced > 0) notes.push(`${countOf(replaced, 'character')} could not be read in ${charset}.`)
  return notes
}

function sourceNotes(source: 'elements' | 'linked-data' | 'script-data'): string[] {
  if (source === 'linked-data') return ['The text comes from the linked data of the page, which shows less of it.']
  return source === 'script-data' ? ['The text comes from data that the scripts of the page would show.'] : []
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
