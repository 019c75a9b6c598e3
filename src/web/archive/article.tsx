// One article of the archive: the page as printed, or the text it was read from; beside it findings, joins and history.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { Outside } from '../parts/outside.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { articleRoute } from '../shell/route-ids.ts'
import '../style/archive.css'
import { count, t } from '../text/t.ts'
import { articleQuestion, findingsQuestion } from './archive-questions.ts'
import { ArticleFindings, type Finding, type SeverityChoice } from './article-findings.tsx'
import { ArticleHistory } from './article-history.tsx'
import { ArticleJoined } from './article-joined.tsx'
import { BlockEditor } from './block-editor.tsx'
import type { PageMarks } from './marked-text.tsx'
import { OriginalText } from './original-text.tsx'
import { printOf } from './print-of.ts'
import { PrintedPage } from './printed-page.tsx'

export type ArticleView = 'page' | 'text' | 'edit'

function useFindings(id: string) {
  const query = useQuery(findingsQuestion(id))
  const findings: readonly Finding[] = query.data?.findings ?? []
  const [severity, setSeverity] = useState<SeverityChoice>('all')
  const [current, setCurrent] = useState<number | null>(null)
  const shown = findings.flatMap((finding, index) =>
    severity === 'all' || finding.severity === severity ? [index] : [],
  )
  const step = (by: number): number | null => {
    const at = current === null ? (by > 0 ? -1 : shown.length) : shown.indexOf(current)
    return shown[Math.max(0, Math.min(shown.length - 1, at + by))] ?? null
  }
  return { query, findings, severity, setSeverity, current, setCurrent, step, shown }
}

/** Brings a finding's place into sight; the text as brought in shows those that the page does not print. */
function useShownPlace(current: number | null, view: ArticleView, onText: () => void) {
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current === null) return
    const place = room.current?.querySelector(`[data-places~="${current}"]`)
    if (place) place.scrollIntoView({ block: 'center' })
    else if (view === 'page') onText()
    // The view is looked at, and is no reason to jump again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current])
  return room
}

type SideProps = { article: ArticleDetail; found: ReturnType<typeof useFindings>; onGo: (index: number) => void }

function Side({ article, found, onGo }: SideProps) {
  const [tab, setTab] = useState('findings')
  const joins = article.references.length + article.citedBy.length
  return (
    <aside className="drawer article-side" aria-label={t('article.side')}>
      <Tabs className="drawer-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tabs" aria-label={t('article.side')}>
          <Tab id="findings">
            {t('finding.title')} {found.query.data && count(found.findings.length)}
          </Tab>
          <Tab id="joined">
            {t('joined.title')} {count(joins)}
          </Tab>
          <Tab id="history">{t('history.tab')}</Tab>
        </TabList>
        <TabPanel id="findings" className="panel scroll">
          {found.query.isPending && <Waiting rows={4} />}
          {found.query.error && <Failed error={found.query.error} again={() => void found.query.refetch()} />}
          {found.query.data && (
            <ArticleFindings
              findings={found.findings}
              severity={found.severity}
              onSeverity={found.setSeverity}
              current={found.current}
              onGo={onGo}
            />
          )}
        </TabPanel>
        <TabPanel id="joined" className="panel scroll">
          <ArticleJoined article={article} />
        </TabPanel>
        <TabPanel id="history" className="panel scroll">
          <ArticleHistory article={article} />
        </TabPanel>
      </Tabs>
    </aside>
  )
}

function ArticleRoom({ article, view }: { article: ArticleDetail; view: ArticleView }) {
  const navigate = useNavigate()
  const found = useFindings(article.id)
  const { findings, current, setCurrent } = found
  const print = printOf(article)
  const show = (next: ArticleView) =>
    void navigate({
      to: '/articles/$id',
      params: { id: article.id },
      search: next === 'page' ? {} : { view: next },
      replace: true,
    })
  const room = useShownPlace(current, view, () => show('text'))
  const marks: PageMarks = useMemo(
    () => ({
      file: { text: article.text, start: article.textStart },
      places: findings.map(({ start, end, severity }, index) => ({ start, end, severity, index })),
      labels: new Set(print.notes.map(({ label }) => label)),
      current,
      onFinding: setCurrent,
    }),
    [article, findings, print, current, setCurrent],
  )
  const go = (by: number) => {
    const next = found.step(by)
    if (next !== null) setCurrent(next)
  }
  useKeys(
    view === 'edit'
      ? []
      : [
          { key: 'j', name: 'article.key.finding', run: () => go(1) },
          { key: 'k', name: 'article.key.finding', run: () => go(-1) },
          { key: 'o', name: 'article.key.text', run: () => show(view === 'page' ? 'text' : 'page') },
          { key: 'e', name: 'article.key.edit', run: () => show('edit') },
          { key: 'Escape', name: 'key.back', run: () => (view === 'text' ? show('page') : history.back()) },
        ],
  )
  if (view === 'edit')
    return (
      <div className="scroll sheet-ground article-edit" key={article.revision}>
        <BlockEditor article={article} marks={{ ...marks, places: [] }} onDone={() => show('text')} />
      </div>
    )
  return (
    <div className="article-cols">
      <div className="scroll sheet-ground" ref={room} tabIndex={0} role="region" aria-label={t('article.page')}>
        {view === 'page' ? (
          <PrintedPage article={article} print={print} marks={marks} />
        ) : (
          <div className="original-room">
            <h1 className="unseen">{t('article.original')}</h1>
            <OriginalText blocks={print.blocks} firstLine={article.lines[0] ?? 1} marks={marks} />
          </div>
        )}
      </div>
      <Side article={article} found={found} onGo={setCurrent} />
    </div>
  )
}

const views = [
  { view: 'page', name: 'article.page', key: null },
  { view: 'text', name: 'article.original', key: 'o' },
  { view: 'edit', name: 'article.edit', key: 'e' },
] as const

export function Article() {
  const { id } = articleRoute.useParams()
  const { view = 'page' } = articleRoute.useSearch()
  const { data, error, isPending, refetch } = useQuery(articleQuestion(id))
  useTitle(data ? (data.title ?? t('article.untitled')) : null)
  return (
    <div className="screen">
      <header className="bar archive-bar">
        <span className="crumbs">
          <Link to="/archive">{t('place.archive')}</Link>
          <Icon name="forward" flip />
          <b className="b clip">{data && <Outside text={data.title ?? t('article.untitled')} />}</b>
        </span>
        <nav className="seg views" aria-label={t('key.views')}>
          {views.map((each) => (
            <Link
              key={each.view}
              className="btn"
              to="/articles/$id"
              params={{ id }}
              search={each.view === 'page' ? {} : { view: each.view }}
              activeOptions={{ exact: true, includeSearch: true }}
              replace
            >
              {t(each.name)} {each.key && <kbd>{each.key}</kbd>}
            </Link>
          ))}
        </nav>
      </header>
      <NoteLine />
      {!data && (
        <div className="scroll sheet-ground">
          {isPending && <Waiting />}
          {error && <Failed error={error} again={() => void refetch()} />}
        </div>
      )}
      {data && <ArticleRoom key={data.id} article={data} view={view} />}
      <KeyLine />
    </div>
  )
}
