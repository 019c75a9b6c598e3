// What the desk has said, issue after issue: browse it by when, where, who and from which outlets.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ArticleRow } from '../../server/shapes/article.ts'
import { outletQuestion } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { archiveRoute } from '../shell/route-ids.ts'
import { countryName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { t, type PhraseKey } from '../text/t.ts'
import { ArchiveBar } from './archive-bar.tsx'
import { ArchiveFacets } from './archive-facets.tsx'
import { archiveFilterNames, type ArchiveFilter } from './archive-filter.ts'
import { articlesQuestion, authorityQuestion, citedOutletQuestion, facetsQuestion } from './archive-questions.ts'
import { ArticleLine } from './article-line.tsx'
import { fillMonths } from './fill-months.ts'
import { MonthPlot } from './month-plot.tsx'
import { SaidAbout } from './said-about.tsx'

function useFilterName(name: keyof ArchiveFilter, value: string): string {
  const authority = useQuery({ ...authorityQuestion(value), enabled: name === 'authority' }).data
  const outlet = useQuery({ ...citedOutletQuestion(value), enabled: name === 'outletKey' }).data?.outlets[0]
  const watched = useQuery({ ...outletQuestion(value), enabled: name === 'outlet' }).data
  if (name === 'authority') return authority?.name ?? '…'
  if (name === 'country') return countryName(value)
  if (name === 'issue') return sayEdtf(value)
  if (name === 'kind') return t(`article.kind.${value}` as PhraseKey)
  if (name === 'file') return t('archive.oneFile')
  if (name === 'outlet') return watched?.name ?? '…'
  return outlet?.names[0]?.name ?? value
}

function FilterChip({ name, value, onDrop }: { name: keyof ArchiveFilter; value: string; onDrop: () => void }) {
  const words = useFilterName(name, value)
  return (
    <button type="button" className="filt" onClick={onDrop} aria-label={t('filter.drop', { name: words })}>
      <b>{t(`archive.by.${name}`)}</b> <bdi className="clip">{words}</bdi> <Icon name="cross" />
    </button>
  )
}

type Filtering = { filter: ArchiveFilter; onFilter: (change: ArchiveFilter) => void }

function Timeline({ filter, onFilter }: Filtering) {
  const months = fillMonths(useQuery(facetsQuestion(filter)).data?.months ?? [])
  if (months.length < 2) return null
  // Goes to the month's first article; where the list is not that far yet, it is narrowed to the year.
  const jump = (month: string) => {
    const article = document.querySelector<HTMLElement>(`[data-month="${CSS.escape(month)}"] a`)
    if (article) article.focus()
    else onFilter({ year: month.slice(0, 4) })
  }
  return (
    <div className="sec">
      <MonthPlot months={months} label={t('timeline.label')} onPick={jump} />
    </div>
  )
}

function ArticleTable({ articles }: { articles: readonly ArticleRow[] }) {
  const table = useRef<HTMLTableElement>(null)
  const go = (step: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('.article-link') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus()
  }
  useKeys([
    { key: 'j', name: 'key.move', run: () => go(1) },
    { key: 'k', name: 'key.move', run: () => go(-1) },
  ])
  const seen = new Set<string>()
  return (
    <table className="reg articles-table" ref={table}>
      <thead>
        <tr>
          <th>{t('article.when')}</th>
          <th>{t('article.title')}</th>
          <th>{t('article.authors')}</th>
          <th>{t('article.file')}</th>
        </tr>
      </thead>
      {articles.map((article) => {
        const month = new Date(article.orderAt).toISOString().slice(0, 7)
        const first = !seen.has(month)
        seen.add(month)
        return (
          <tbody key={article.id} {...(first ? { 'data-month': month } : {})}>
            <ArticleLine article={article} />
          </tbody>
        )
      })}
    </table>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <Empty>
      <p>{t(filtered ? 'archive.noneSuch' : 'archive.empty')}</p>
      <Link className="btn main-act" to={filtered ? '/archive' : '/import'}>
        {t(filtered ? 'archive.showAll' : 'import.title')}
      </Link>
    </Empty>
  )
}

function Found({ filter, onFilter }: Filtering) {
  const query = useInfiniteQuery(articlesQuestion(filter))
  const articles = query.data?.pages.flatMap((page) => page.articles) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const chosen = archiveFilterNames.flatMap((name) => {
    const value = filter[name]
    return value === undefined ? [] : [{ name, value }]
  })
  return (
    <div className="scroll sheet-ground" id="articles">
      {chosen.length > 0 && (
        <p className="sec kinds">
          {chosen.map(({ name, value }) => (
            <FilterChip key={name} name={name} value={value} onDrop={() => onFilter({ [name]: undefined })} />
          ))}
        </p>
      )}
      {query.isPending && <Waiting />}
      {query.error && !query.data && <Failed error={query.error} again={() => void query.refetch()} />}
      {query.data && articles.length === 0 && <Nothing filtered={chosen.length > 0} />}
      {articles.length > 0 && (
        <>
          <Timeline filter={filter} onFilter={onFilter} />
          <p className="sec small q2" role="status">
            {t('archive.count', { n: total })}
          </p>
          <ArticleTable articles={articles} />
        </>
      )}
      <MoreButton query={query} />
    </div>
  )
}

export function Archive() {
  const filter = archiveRoute.useSearch()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  useTitle(t('place.archive'))
  useKeys([{ key: 'f', name: 'key.filters', run: () => setOpen((was) => !was) }])
  const change = (more: ArchiveFilter) => void navigate({ to: '/archive', search: { ...filter, ...more } })
  return (
    <div className="screen">
      <ArchiveBar title={t('place.archive')}>
        <button
          type="button"
          className="btn narrow-only"
          aria-expanded={open}
          aria-controls="archive-facets"
          onClick={() => setOpen(!open)}
        >
          <Icon name="facets" />
          {t('filter.label')}
        </button>
      </ArchiveBar>
      <NoteLine />
      <div className={open ? 'archive-cols open' : 'archive-cols'}>
        <section className="facets scroll" id="archive-facets" aria-label={t('filter.label')} tabIndex={0}>
          <SaidAbout />
          <ArchiveFacets filter={filter} onFilter={change} />
        </section>
        <Found filter={filter} onFilter={change} />
      </div>
      <KeyLine />
    </div>
  )
}
