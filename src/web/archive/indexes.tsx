// Indexes: those brought in, and those the desk makes for a country, an author or a topic.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import type { MadeIndexRecord } from '../../server/shapes/index-list.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { indexesRoute } from '../shell/route-ids.ts'
import { countryName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { ArchiveBar } from './archive-bar.tsx'
import {
  articlesQuestion,
  facetsQuestion,
  madeBy,
  madeIndexPath,
  madeIndexQuestion,
  type MadeBy,
} from './archive-questions.ts'
import { ArticleLink } from './article-line.tsx'
import { fillMonths } from './fill-months.ts'
import { MonthPlot } from './month-plot.tsx'

function ImportedIndexes() {
  const { data, error, isPending, refetch } = useInfiniteQuery(articlesQuestion({ kind: 'index' }))
  const found = data?.pages.flatMap(({ articles }) => articles) ?? []
  return (
    <section className="sec">
      <h2>{t('index.imported')}</h2>
      {isPending && <Waiting rows={2} />}
      {error && !data && <Failed error={error} again={() => void refetch()} />}
      {data && found.length === 0 && <p className="q2">{t('index.imported.none')}</p>}
      <ul className="lines">
        {found.map((article) => (
          <li key={article.id}>
            <Link className="press article-link" to="/indexes/$id" params={{ id: article.id }}>
              <Outside text={article.title ?? t('article.untitled')} />
            </Link>{' '}
            <span className="small q">
              <bdi title={article.file.name}>{article.file.name.split(/[\\/]/).at(-1)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Choice = { readonly by: MadeBy; readonly value: string }

function ChooseIndex({ by, value }: Choice) {
  const navigate = useNavigate()
  const id = useId()
  const facets = useQuery(facetsQuestion({})).data
  const go = (next: Choice) => void navigate({ to: '/indexes', search: { by: next.by, of: next.value || undefined } })
  const options =
    by === 'countries'
      ? (facets?.countries ?? []).map((each) => ({
          value: each.country,
          name: countryName(each.country),
          n: each.count,
        }))
      : (facets?.authors ?? []).map((each) => ({ value: each.author, name: each.author, n: each.count }))
  return (
    <div className="choose-index">
      <span className="seg" role="group" aria-label={t('index.by')}>
        {madeBy.map((each) => (
          <button
            key={each}
            type="button"
            className="btn"
            aria-pressed={each === by}
            onClick={() => go({ by: each, value: '' })}
          >
            {t(`index.by.${each}`)}
          </button>
        ))}
      </span>
      <label htmlFor={id} className="unseen">
        {t(`index.by.${by}`)}
      </label>
      {by === 'topics' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            go({ by, value: String(new FormData(event.currentTarget).get('of') ?? '').trim() })
          }}
        >
          <input
            id={id}
            key={value}
            name="of"
            type="search"
            dir="auto"
            defaultValue={value}
            maxLength={200}
            placeholder={t('index.topic')}
          />{' '}
          <button type="submit" className="btn">
            {t('index.make')}
          </button>
        </form>
      ) : (
        <select id={id} value={value} onChange={(event) => go({ by, value: event.target.value })}>
          <option value="">{t('index.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name} ({count(option.n)})
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

function Entries({ made }: { made: MadeIndexRecord }) {
  return (
    <table className="reg">
      <thead>
        <tr>
          <th>{t('article.when')}</th>
          <th>{t('article.title')}</th>
          <th>{t('article.authors')}</th>
        </tr>
      </thead>
      <tbody>
        {made.entries.map((entry, index) => (
          <tr key={index}>
            <td className="nowrap ink">
              {entry.published !== null ? (
                sayEdtf(entry.published)
              ) : entry.issue !== null ? (
                <>
                  {sayEdtf(entry.issue)} <span className="small q">{t('index.meaning.issue-month')}</span>
                </>
              ) : (
                <span className="q">{t('unknown')}</span>
              )}
            </td>
            <td className="wide-cell">
              {entry.articleId === null ? (
                <Outside text={entry.title} className="press" />
              ) : (
                <ArticleLink id={entry.articleId} title={entry.title} />
              )}
            </td>
            <td className="q2">
              {entry.authors.length === 0 ? (
                <span className="q">{t('unknown')}</span>
              ) : (
                <Outside text={entry.authors.join(', ')} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MadeIndex({ by, value }: Choice) {
  const { data, error, isPending, refetch } = useQuery(madeIndexQuestion(by, value))
  if (isPending) return <Waiting />
  if (error) return <Failed error={error} again={() => void refetch()} />
  const months = fillMonths(
    data.entries.flatMap(({ issue, published }) => {
      const month = (published ?? issue)?.slice(0, 7)
      return month === undefined ? [] : [{ month, count: 1 }]
    }),
  )
  const gaps = new Set(months.filter((each) => each.count === 0).map(({ month }) => month))
  if (data.entries.length === 0)
    return (
      <Empty>
        <p>{t('index.made.none')}</p>
      </Empty>
    )
  return (
    <>
      <div className="sec">
        <div className="index-head">
          <p className="b">
            <Outside text={data.title} /> <span className="q">{t('index.rows', { n: data.entries.length })}</span>
          </p>
          <p className="kinds" role="group" aria-label={t('index.export')}>
            {(['html', 'csv', 'json'] as const).map((form) => (
              <a key={form} className="btn" href={`${madeIndexPath(by, value)}?form=${form}`} download>
                <Icon name="file" />
                {form.toUpperCase()}
              </a>
            ))}
          </p>
        </div>
        {months.length > 1 && <MonthPlot months={months} odd={gaps} label={t('index.byMonth')} />}
        {months.length > 1 && (
          <p className="small q2">{gaps.size > 0 ? t('index.gaps', { n: gaps.size }) : t('index.noGaps')}</p>
        )}
      </div>
      <Entries made={data} />
    </>
  )
}

export function Indexes() {
  const { by = 'countries', of = '' } = indexesRoute.useSearch()
  useTitle(t('archive.indexes'))
  return (
    <div className="screen">
      <ArchiveBar title={t('archive.indexes')} />
      <NoteLine />
      <div className="scroll sheet-ground">
        <ImportedIndexes />
        <section className="sec made-index">
          <h2>{t('index.made')}</h2>
          <ChooseIndex by={by} value={of} />
        </section>
        {of !== '' && <MadeIndex by={by} value={of} />}
      </div>
      <KeyLine />
    </div>
  )
}
