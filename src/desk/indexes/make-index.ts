// In: a wish (a country, an author, a topic). Out: the lines of its index from everything that the desk knows: articles
// that are here, and pieces known from imported indexes. A piece stands once, newest first.

import type { ArticleId } from '../../domain/article.ts'
import type { Db } from '../../store/db.ts'
import { listIndexWorks, type IndexWork } from '../../store/index-works.ts'
import { countryName } from '../authorities/country-names.ts'
import { findCountryWords } from '../authorities/find-names.ts'
import { relateAuthors } from '../references/compare-names.ts'
import { titleWords } from '../references/fold-title.ts'
import { isOneWord } from '../references/compare-titles.ts'
import type { IndexLine } from './index-row.ts'

export type IndexWish =
  | { readonly by: 'country'; readonly country: string }
  | { readonly by: 'author'; readonly author: string }
  /** `articles`: those that search found for the topic; titles are looked at here. */
  | { readonly by: 'topic'; readonly topic: string; readonly articles?: ReadonlySet<ArticleId> }

export type MadeIndex = { readonly title: string; readonly lines: readonly IndexLine[] }

/** A title in English and the lines; none when nothing fits the wish. */
export async function makeIndex(db: Db, wish: IndexWish): Promise<MadeIndex> {
  const works = await listIndexWorks(db)
  const isWanted = createFilter(wish, works)
  const lines = works.filter(isWanted).map(({ issue, published, title, authors, articleId }): IndexLine => ({
    issue,
    published,
    title,
    authors,
    articleId,
  }))
  return { title: titleOf(wish), lines: lines.sort(compareLines) }
}

function titleOf(wish: IndexWish): string {
  if (wish.by === 'country') return `Articles on ${countryName(wish.country)}`
  return wish.by === 'author' ? `Articles by ${wish.author}` : `Articles on ${wish.topic}`
}

function createFilter(wish: IndexWish, works: readonly IndexWork[]): (work: IndexWork) => boolean {
  switch (wish.by) {
    case 'country': {
      const indexes = new Map<string, boolean>()
      const isOfCountry = (title: string): boolean => {
        const known = indexes.get(title) ?? findCountryWords(title).some(({ country }) => country === wish.country)
        indexes.set(title, known)
        return known
      }
      return ({ title, countries, indexTitles }) =>
        countries.includes(wish.country) ||
        indexTitles.some(isOfCountry) ||
        (indexTitles.length > 0 && isOfCountry(title))
    }
    case 'author': {
      const prints = new Set(
        works.flatMap(({ authors }) => authors).filter((name) => relateAuthors([name], [wish.author]) === 'same'),
      )
      return ({ authors }) => authors.some((name) => prints.has(name))
    }
    case 'topic': {
      const wanted = titleWords(wish.topic)
      return ({ title, articleId }) => {
        if (articleId !== null && wish.articles?.has(articleId) === true) return true
        const words = titleWords(title)
        return wanted.length > 0 && wanted.every((word) => words.some((other) => isOneWord(word, other)))
      }
    }
  }
}

/** By publication, else by issue; what has neither comes last. */
function compareLines(a: IndexLine, b: IndexLine): number {
  const [one, other] = [a.published ?? a.issue ?? '', b.published ?? b.issue ?? '']
  return one === other ? (a.title < b.title ? -1 : 1) : one < other ? 1 : -1
}
