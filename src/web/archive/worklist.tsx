// Addresses that somebody must look at: lost, stripped, shortened, malformed, fleeting or dead; each with what to search by.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Worklist as WorklistPage } from '../../server/shapes/worklist.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { Outside } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { worklistRoute } from '../shell/route-ids.ts'
import { sayEdtf } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'
import { ArchiveBar } from './archive-bar.tsx'
import { worklistQuestion } from './archive-questions.ts'
import { ArticleLink } from './article-line.tsx'

type Row = WorklistPage['rows'][number]

export const troubles = ['missing', 'stripped', 'dead', 'shortened', 'malformed', 'volatile'] as const

/** What a person types into a search engine to find the page again. */
export function searchKeysOf({ title, outlet, date, slug }: Row): string {
  const quoted = title === null ? null : `"${title.replaceAll('"', ' ')}"`
  return [quoted, outlet, date, slug?.replaceAll(/[-_/+]+/g, ' ')].filter(Boolean).join(' ')
}

function SearchKeys({ row }: { row: Row }) {
  const keys = searchKeysOf(row)
  return (
    <>
      <dl className="kv">
        {row.title !== null && (
          <>
            <dt>{t('worklist.title')}</dt>
            <dd>
              <Outside text={row.title} className="press" />
            </dd>
          </>
        )}
        {row.outlet !== null && (
          <>
            <dt>{t('worklist.outlet')}</dt>
            <dd>
              <Outside text={row.outlet} />
            </dd>
          </>
        )}
        {row.date !== null && (
          <>
            <dt>{t('worklist.date')}</dt>
            <dd>{sayEdtf(row.date)}</dd>
          </>
        )}
        {row.slug !== null && (
          <>
            <dt>{t('worklist.slug')}</dt>
            <dd>
              <bdi className="mono wrap">{row.slug}</bdi>
            </dd>
          </>
        )}
      </dl>
      {keys === '' ? (
        <p className="small q">{t('worklist.noKeys')}</p>
      ) : (
        <CopyButton text={keys} label={t('worklist.copy')} />
      )}
    </>
  )
}

function WorkLine({ row }: { row: Row }) {
  const printed = row.urlAsPrinted ?? row.url
  return (
    <tr>
      <td className="ink">
        {row.trouble && (
          <span className={row.trouble === 'volatile' ? 'st q2' : 'st warn'}>
            <Icon name={row.trouble === 'dead' ? 'cross' : 'differs'} />
            {t(`worklist.${row.trouble}`)}
          </span>
        )}
        {row.lastVisit && (
          <p className="small q">
            <Link to="/items/$id" params={{ id: row.lastVisit.itemId }}>
              {t('worklist.visited')}
            </Link>{' '}
            <bdi>{row.lastVisit.reason ?? row.lastVisit.state}</bdi>
          </p>
        )}
      </td>
      <td>
        {printed === null ? (
          <span className="q">{t('worklist.noAddress')}</span>
        ) : (
          <span className="address-line">
            <bdi dir="ltr" className="mono wrap">
              {printed}
            </bdi>
            <CopyButton text={printed} label={t('worklist.copyAddress')} bare />
          </span>
        )}
      </td>
      <td>
        <SearchKeys row={row} />
      </td>
      <td className="small">
        <ArticleLink id={row.articleId} title={row.articleTitle} />{' '}
        <span className="q nowrap">{t(`worklist.in.${row.place}`, { label: row.label })}</span>
      </td>
    </tr>
  )
}

function Troubles({ counts }: { counts: WorklistPage['counts'] }) {
  const of = (trouble: string) => counts.find((each) => each.trouble === trouble)?.count ?? 0
  return (
    <p className="sec kinds" role="group" aria-label={t('worklist.troubles')}>
      <Link className="btn" to="/worklist" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
        {t('filter.all')}
      </Link>
      {troubles.map((trouble) => (
        <Link key={trouble} className="btn" to="/worklist" search={{ trouble }}>
          {t(`worklist.${trouble}` as PhraseKey)} {count(of(trouble))}
        </Link>
      ))}
    </p>
  )
}

export function Worklist() {
  const { trouble } = worklistRoute.useSearch()
  const query = useInfiniteQuery(worklistQuestion(trouble))
  useTitle(t('archive.worklist'))
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="screen">
      <ArchiveBar title={t('archive.worklist')} />
      <NoteLine />
      <div className="scroll sheet-ground">
        <p className="sec q2">{t('worklist.words')}</p>
        {query.data && <Troubles counts={query.data.pages[0]?.counts ?? []} />}
        {query.isPending && <Waiting />}
        {query.error && !query.data && <Failed error={query.error} again={() => void query.refetch()} />}
        {query.data && rows.length === 0 && (
          <Empty>
            <p>{t('worklist.none')}</p>
          </Empty>
        )}
        {rows.length > 0 && (
          <table className="reg worklist">
            <thead>
              <tr>
                <th>{t('worklist.trouble')}</th>
                <th>{t('worklist.address')}</th>
                <th>{t('worklist.keys')}</th>
                <th>{t('worklist.where')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <WorkLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        )}
        <MoreButton query={query} />
      </div>
      <KeyLine />
    </div>
  )
}
