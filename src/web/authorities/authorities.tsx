// People, organisations, places, weapons and countries that the archive names; and which of them may be one.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { AuthorityRow } from '../../server/shapes/authority.ts'
import { ArchiveBar } from '../archive/archive-bar.tsx'
import { authoritiesQuestion, suggestionsQuestion } from '../archive/archive-questions.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { Outside } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useTypedWords } from '../parts/use-typed-words.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { authoritiesRoute } from '../shell/route-ids.ts'
import { count, t } from '../text/t.ts'
import { Joins } from './joins.tsx'

export const authorityKinds = ['person', 'organisation', 'place', 'weapon-system', 'country'] as const

function Rows({ rows }: { rows: readonly AuthorityRow[] }) {
  return (
    <table className="reg authorities-table">
      <thead>
        <tr>
          <th>{t('authority.name')}</th>
          <th>{t('authority.kind')}</th>
          <th className="num">{t('archive.articles')}</th>
          <th className="num">{t('authority.mentions')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="ink wide-cell">
              <Link to="/authorities/$id" params={{ id: row.id }} className="authority-link">
                <Outside text={row.name} />
              </Link>
            </td>
            <td className="q2">{t(`authority.kind.${row.kind}`)}</td>
            <td className="num" data-label={t('archive.articles')}>
              {count(row.articles)}
            </td>
            <td className="num" data-label={t('authority.mentions')}>
              {count(row.mentions)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ListProps = { kind: (typeof authorityKinds)[number] | undefined; begins: string }

function List({ kind, begins }: ListProps) {
  const query = useInfiniteQuery(authoritiesQuestion(kind, begins))
  const rows = query.data?.pages.flatMap(({ authorities }) => authorities) ?? []
  return (
    <>
      {query.isPending && <Waiting />}
      {query.error && !query.data && <Failed error={query.error} again={() => void query.refetch()} />}
      {query.data && (
        <p className="sec small q2" role="status">
          {t('authority.count', { n: query.data.pages[0]?.total ?? 0 })}
        </p>
      )}
      {query.data && rows.length === 0 && (
        <Empty>
          <p>{t(begins === '' && kind === undefined ? 'authority.empty' : 'authority.noneSuch')}</p>
          {begins === '' && kind === undefined ? (
            <Link className="btn main-act" to="/import">
              {t('import.title')}
            </Link>
          ) : (
            <Link className="btn" to="/authorities">
              {t('filter.all')}
            </Link>
          )}
        </Empty>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
      <MoreButton query={query} />
    </>
  )
}

export function Authorities() {
  const { kind, begins = '', view = 'list' } = authoritiesRoute.useSearch()
  const navigate = useNavigate()
  const suggested = useQuery(suggestionsQuestion()).data?.total
  useTitle(t('archive.authorities'))
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ key: '/', name: 'authority.key.find', run: () => field.current?.focus() }])
  const [name, setName] = useTypedWords(
    begins,
    (next) => void navigate({ to: '/authorities', search: { kind, begins: next || undefined }, replace: true }),
  )
  return (
    <div className="screen">
      <ArchiveBar title={t('archive.authorities')} />
      <NoteLine />
      <div className="scroll sheet-ground">
        <div className="sec authority-filters">
          <input
            ref={field}
            type="search"
            dir="auto"
            value={name}
            maxLength={200}
            aria-label={t('authority.find')}
            placeholder={t('authority.find')}
            onChange={(event) => setName(event.target.value)}
          />
          <span className="seg-line" role="group" aria-label={t('authority.kind')}>
            <Link
              className="btn"
              to="/authorities"
              search={begins === '' ? {} : { begins }}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {t('filter.all')}
            </Link>
            {authorityKinds.map((each) => (
              <Link
                key={each}
                className="btn"
                to="/authorities"
                search={{ kind: each, ...(begins === '' ? {} : { begins }) }}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {t(`authority.kinds.${each}`)}
              </Link>
            ))}
            <Link
              className="btn"
              to="/authorities"
              search={{ view: 'joins' }}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {t('join.title')} {suggested !== undefined && count(suggested)}
            </Link>
          </span>
        </div>
        {view === 'joins' ? <Joins /> : <List kind={kind} begins={begins} />}
      </div>
      <KeyLine />
    </div>
  )
}
