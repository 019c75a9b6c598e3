// The imported articles: list them by what is known of them, or show one with all that was recovered.

import type { Article, ArticleHead } from '../domain/article-record.ts'
import { DeskError } from '../domain/errors.ts'
import { parseId } from '../domain/id.ts'
import { titleKey } from '../desk/references/fold-title.ts'
import { listCitations, listReferences, type StoredReference } from '../store/article-references.ts'
import { countArticles, findArticle, listArticles, type ArticleFilter } from '../store/articles.ts'
import type { Db } from '../store/db.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf, readNumber } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

const DEFAULT_LIMIT = 50
const LARGEST_LIMIT = 500

export const articles: Command = {
  name: 'articles',
  usage: 'articles [ID] [--issue YYYY-MM] [--country CC] [--author NAME] [--year N] [--limit N]',
  about: 'List the imported articles, newest first, or show one.',
  details:
    'Authors, issues and days are recovered from what other articles and indexes say; showing one article tells the reason.',
  examples: ['dragoman articles --country ML', 'dragoman articles --author "Jane Roe" --year 2023 --json'],
  maxWords: 1,
  options: {
    issue: { type: 'string', value: 'YYYY-MM', about: 'Of this issue' },
    country: { type: 'string', value: 'CC', about: 'About this country (two letters, ISO 3166-1)' },
    author: { type: 'string', value: 'NAME', about: 'By this author' },
    year: { type: 'string', value: 'N', about: 'Of this year, in the order of time' },
    limit: {
      type: 'string',
      value: 'N',
      about: `How many to show (default ${DEFAULT_LIMIT}, at most ${LARGEST_LIMIT})`,
    },
  },
  run(input, out) {
    return withRecords(configOf(input), ({ db }) => {
      const [id] = input.words
      return id === undefined ? list(input, out, db) : show(input, out, { db, id })
    })
  },
}

async function list(input: CommandInput, out: Output, db: Db): Promise<number> {
  const limit = readNumber(input, 'limit', { least: 1, most: LARGEST_LIMIT }) ?? DEFAULT_LIMIT
  const filter = readFilter(input)
  const heads = await listArticles(db, filter, limit)
  const total = await countArticles(db, filter)
  if (input.options['json'] === true) {
    out.json({ articles: heads, total })
    return 0
  }
  if (total === 0) out.line('No such articles. Bring some in: dragoman import FILE…')
  for (const head of heads) out.line(describe(head))
  if (heads.length < total) out.line(`${total - heads.length} more; see --limit`)
  return 0
}

function readFilter(input: CommandInput): ArticleFilter {
  const issue = textOption(input, 'issue')
  const country = textOption(input, 'country')?.toUpperCase()
  const author = textOption(input, 'author')
  const year = readNumber(input, 'year', { least: 1000, most: 9999 })
  if (issue !== undefined && !/^\d{4}-\d{2}$/.test(issue)) throw new DeskError('bad-usage', '--issue takes YYYY-MM.')
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new DeskError('bad-usage', '--country takes two letters.')
  return {
    ...(issue !== undefined && { issue }),
    ...(country !== undefined && { country }),
    ...(author !== undefined && { author: titleKey(author) }),
    ...(year !== undefined && { year }),
  }
}

function describe({ id, kind, title, authors, issue, published, fileName, lines }: ArticleHead): string {
  const known = [published ?? (issue === null ? null : `issue ${issue}`), authors.join(', ') || null]
  const facts = [kind === 'article' ? null : kind, ...known, `${fileName}:${lines[0]}`].filter((fact) => fact !== null)
  return `${title ?? '(no title)'}\n  ${facts.join(' · ')} · ${id}`
}

async function show(input: CommandInput, out: Output, { db, id }: { db: Db; id: string }): Promise<number> {
  const articleId = parseId<'article'>(id)
  const article = articleId && (await findArticle(db, articleId))
  if (!article) throw new DeskError('not-found', `There is no article ${id.slice(0, 60)}. List them: dragoman articles`)
  const references = await listReferences(db, article.id)
  const citedBy = await listCitations(db, article.id)
  if (input.options['json'] === true) out.json({ ...article, references, citedBy })
  else print(out, article, references, citedBy)
  return 0
}

function print(
  out: Output,
  article: Article,
  references: readonly StoredReference[],
  citedBy: readonly StoredReference[],
): void {
  out.line(describe(article))
  for (const { field, value, why } of article.derived) out.line(`  ${field}: ${value} (${why})`)
  for (const { outlet, titleEnglish, titleOriginal, date, url } of article.print.sources) {
    out.line(
      `  source: ${[outlet, titleEnglish ?? titleOriginal, date, url].filter((part) => part !== null).join(' · ')}`,
    )
  }
  for (const { note, title, meaning } of references) {
    const end = meaning?.articleId ?? (meaning?.indexId === null ? 'not here' : 'in an index')
    out.line(`  cites [${note}]: ${title} → ${end}`)
  }
  for (const { articleTitle, note } of citedBy) out.line(`  cited by: ${articleTitle ?? '(no title)'} [${note}]`)
}
