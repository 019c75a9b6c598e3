// One index as it was brought in: what its dates mean, months without a row, rows that stand twice, authors that may be one.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportedIndex as IndexRecord, IndexRowRecord } from '../../server/shapes/index-list.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { importedIndexRoute } from '../shell/route-ids.ts'
import '../style/archive.css'
import { sayEdtf } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { importedIndexQuestion } from './archive-questions.ts'
import { ArticleLink } from './article-line.tsx'
import { fillMonths } from './fill-months.ts'
import { MonthPlot } from './month-plot.tsx'

const MANY = 500

function Described({ index }: { index: IndexRecord }) {
  const months = fillMonths(index.rows.map(({ date }) => ({ month: date.slice(0, 7), count: 1 })))
  const empty = new Set(index.months?.empty ?? [])
  return (
    <section className="sec index-facts">
      <dl className="counts index-counts">
        <div>
          <dt>{t('index.count.rows')}</dt>
          <dd>{count(index.rows.length)}</dd>
        </div>
        <div>
          <dt>{t('index.count.unique')}</dt>
          <dd>{count(index.unique)}</dd>
        </div>
        <div>
          <dt>{t('index.count.here')}</dt>
          <dd>{count(index.rows.filter(({ articleId }) => articleId !== null).length)}</dd>
        </div>
        <div>
          <dt>{t('index.count.malformed')}</dt>
          <dd>{count(index.malformed)}</dd>
        </div>
      </dl>
      <ul className="lines">
        {index.meanings.map(({ meaning, from, to, rows }) => (
          <li key={`${meaning} ${from}`}>
            {t('index.means', {
              from: sayEdtf(from),
              to: sayEdtf(to),
              what: t(`index.meaning.${meaning}`),
              rows: t('index.rows', { n: rows }),
            })}
          </li>
        ))}
      </ul>
      {months.length > 1 && <MonthPlot months={months} odd={empty} label={t('index.byMonth')} />}
      {empty.size > 0 ? (
        <details className="fold">
          <summary>{t('index.gaps', { n: empty.size })}</summary>
          <p className="small">{[...empty].map((month) => sayEdtf(month)).join(', ')}</p>
        </details>
      ) : (
        <p className="small q2">{t('index.noGaps')}</p>
      )}
    </section>
  )
}

function Proposals({ index }: { index: IndexRecord }) {
  if (index.authorProposals.length === 0) return null
  return (
    <section className="sec">
      <h2>{t('index.proposals')}</h2>
      <p className="small q2">{t('index.proposals.words')}</p>
      <ul className="lines">
        {index.authorProposals.map(({ name, count: n, meant, meantCount, why }) => (
          <li key={name}>
            <span className="st">
              <Icon name="merge" />
              <span>
                <b className="b">
                  <Outside text={name} />
                </b>{' '}
                <span className="q">{t('index.rows', { n })}</span> → <Outside text={meant} className="b" />{' '}
                <span className="q">{t('index.rows', { n: meantCount })}</span>
              </span>
            </span>
            <span className="small q2 block-line">
              <bdi>{showControls(why)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ row }: { row: IndexRowRecord }) {
  return (
    <tr className={row.duplicateOf === null ? '' : 'old'}>
      <td className="num">{row.line}</td>
      <td className="nowrap">
        {row.meaning === 'issue-month' ? sayEdtf(row.date.slice(0, 7)) : sayEdtf(row.date)}{' '}
        <span className="small q block-line">{row.meaning !== null && t(`index.meaning.${row.meaning}`)}</span>
      </td>
      <td className="wide-cell">
        {row.articleId === null ? (
          <Outside text={row.title} className="press" />
        ) : (
          <ArticleLink id={row.articleId} title={row.title} />
        )}
        {row.duplicateOf !== null && <span className="small q block-line">{t('index.duplicate')}</span>}
        {row.defect !== null && (
          <span className="small warn block-line">
            <bdi>{showControls(row.defect)}</bdi>
          </span>
        )}
      </td>
      <td className="q2">
        <Outside text={row.authors.join(', ')} />
      </td>
    </tr>
  )
}

function Rows({ rows }: { rows: readonly IndexRowRecord[] }) {
  const [shown, setShown] = useState(MANY)
  return (
    <>
      <table className="reg index-rows">
        <thead>
          <tr>
            <th className="num">{t('index.line')}</th>
            <th>{t('index.date')}</th>
            <th>{t('article.title')}</th>
            <th>{t('article.authors')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p className="sec">
          <button type="button" className="btn" onClick={() => setShown(shown + MANY)}>
            {t('act.more')}
          </button>
        </p>
      )}
    </>
  )
}

export function ImportedIndex() {
  const { id } = importedIndexRoute.useParams()
  const { data, error, isPending, refetch } = useQuery(importedIndexQuestion(id))
  useTitle(data ? (data.title ?? t('article.untitled')) : null)
  return (
    <div className="screen">
      <header className="bar archive-bar">
        <span className="crumbs">
          <Link to="/indexes">{t('archive.indexes')}</Link>
          <Icon name="forward" flip />
          <h1 className="clip">{data && <Outside text={data.title ?? t('article.untitled')} />}</h1>
        </span>
        <div className="end">
          <Link className="btn" to="/articles/$id" params={{ id }} search={{ view: 'text' }}>
            {t('article.original')}
          </Link>
        </div>
      </header>
      <NoteLine />
      <div className="scroll sheet-ground">
        {isPending && <Waiting />}
        {error && !data && <Failed error={error} again={() => void refetch()} />}
        {data && (
          <>
            <Described index={data} />
            <Proposals index={data} />
            <Rows rows={data.rows} />
          </>
        )}
      </div>
      <KeyLine />
    </div>
  )
}
