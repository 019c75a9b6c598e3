// In: ids that the index found. Out: hits as rows, each with what it answers and lit passages. The index gives ids; all words
// come from the records.

import type { ArticleId } from '../domain/article.ts'
import type { ItemId } from '../domain/feed.ts'
import { findItems } from '../store/items.ts'
import { findReadings } from '../store/readings.ts'
import { explainHit, type LitHead } from '../store/search/explain-hit.ts'
import type { Passage as FoundPassage } from '../store/search/highlight.ts'
import type { Query } from '../store/search/query.ts'
import { listHeads, type TranslationHead } from '../store/translated-heads.ts'
import { loadArticleHits } from './present/article-hits.ts'
import { loadItemRows } from './present/item-rows.ts'
import { firstDirection } from './present/text-pieces.ts'
import type { Hit, HitTranslation, Passage } from './shapes/search.ts'
import { targetLanguage, type TargetTools } from './target-language.ts'

type Words = { readonly text: string; readonly heads: readonly TranslationHead[] }
type Row = Omit<Hit, 'titleRanges' | 'passages' | 'matched' | 'translations'>

/** In the order of the ids. What was removed a moment ago may still stand in the index, and is left out. */
export async function loadHits(tools: TargetTools, ids: readonly string[], query: Query): Promise<Hit[]> {
  const { db } = tools
  const found = await findItems(db, ids as ItemId[])
  const readingIds = found.flatMap((item) => item.readingId ?? [])
  const to = await targetLanguage(tools)
  const heads = await listHeads(db, readingIds)
  const rows = new Map((await loadItemRows(tools, found, { to, heads })).map((row) => [row.id, row]))
  const words = new Map(
    (await findReadings(db, readingIds)).map((reading): [string, Words] => [
      reading.itemId,
      { text: reading.text, heads: heads.get(reading.id) ?? [] },
    ]),
  )
  const rest = ids.filter((id) => !rows.has(id))
  const articles = rest.length === 0 ? null : await loadArticleHits(db, rest as ArticleId[])
  return ids.flatMap((id): Hit[] => {
    const row = rows.get(id)
    if (row) return [light({ ...row, article: null }, words.get(id) ?? { text: '', heads: [] }, query, to)]
    const article = articles?.get(id)
    return article ? [light(article.row, { text: article.text, heads: [] }, query, to)] : []
  })
}

function light(row: Row, { text, heads }: Words, query: Query, to: string): Hit {
  const { reasons, title, passages, translations } = explainHit(query, { title: row.title, text, translations: heads })
  const isDesk = ({ language }: LitHead) => language === to
  return {
    ...row,
    titleRanges: copyRanges(title),
    passages: passages.map(showPassage),
    matched: reasons.map((reason) => ({ ...reason })),
    translations: [...translations]
      .sort((a, b) => Number(isDesk(b)) - Number(isDesk(a)))
      .flatMap((lit) => showTranslation(lit, heads)),
  }
}

function showTranslation(lit: LitHead, heads: readonly TranslationHead[]): HitTranslation[] {
  const head = heads.find(({ language }) => language === lit.language)
  if (!head) return []
  const { language, titleState, titleBy, leadState } = head
  return [
    {
      language,
      direction: firstDirection(lit.title?.text ?? lit.lead?.text ?? ''),
      title: lit.title && showPassage(lit.title),
      titleState,
      titleBy,
      lead: lit.lead && showPassage(lit.lead),
      leadState,
    },
  ]
}

const copyRanges = ({ ranges }: FoundPassage) => ranges.map((range) => ({ ...range }))

function showPassage(passage: FoundPassage): Passage {
  return { text: passage.text, ranges: copyRanges(passage) }
}
