// One item, read: the text in its own script, and what it rests on one key away.

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { itemQuestion } from '../api/questions.ts'
import { markSeen } from '../inbox/seen.ts'
import { followTrail, neighboursOf } from '../lists/trail.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { itemRoute } from '../shell/route-ids.ts'
import { saveSetting, useSetting } from '../shell/settings.ts'
import { count, t } from '../text/t.ts'
import { Article } from './article.tsx'
import { Changes } from './changes.tsx'
import { Drawer } from './drawer.tsx'
import { PreservedPage } from './preserved-page.tsx'
import { ReaderBar, type ReaderView } from './reader-bar.tsx'

/** The versions compared: the pair asked for, else the latest rewording. */
function usePair(item: ItemDetail | undefined) {
  const [asked, setAsked] = useState<readonly [string, string] | null>(null)
  const captures = item?.captures ?? []
  const latest = captures.findIndex((version) => version.change === 'reworded')
  const [to, from] = [captures[latest]?.id, captures[latest + 1]?.id]
  const pair = asked ?? (to !== undefined && from !== undefined ? ([from, to] as const) : null)
  return { pair, setAsked }
}

/** The block under the reader's eye, moved by j and k. */
function useBlocks(item: ItemDetail | undefined) {
  const desk = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const last = item?.reading?.blocks.length ?? 0
  const go = (number: number) => {
    const next = Math.max(1, Math.min(last, number))
    setCurrent(next)
    const block = desk.current?.querySelector<HTMLElement>(`[data-block="${next}"]`)
    block?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'nearest' })
  }
  return { desk, current, go, last }
}

/** Beside the text the drawer stays as it was left; where it would cover the text it opens only when asked. */
function useDrawer() {
  const kept = useSetting('drawer') === 'open'
  const [roomy] = useState(() => window.matchMedia('(min-width: 60.01rem)').matches)
  const [over, setOver] = useState(false)
  const drawer = roomy ? kept : over
  const toggleDrawer = () => (roomy ? saveSetting('drawer', drawer ? 'shut' : 'open') : setOver(!over))
  return { drawer, toggleDrawer }
}

export function Reader() {
  const { id } = itemRoute.useParams()
  return <OneItem key={id} id={id} />
}

function useStep(id: string) {
  const navigate = useNavigate()
  return (side: 'before' | 'after') => {
    const next = neighboursOf(id)[side]
    if (next !== null) void navigate({ to: '/items/$id', params: { id: next }, replace: true })
  }
}

function OneItem({ id }: { id: string }) {
  const {
    data: item,
    error,
    refetch,
  } = useQuery({
    ...itemQuestion(id),
    // While the page is on its way through the house, its state is asked for again.
    refetchInterval: ({ state }) =>
      state.data?.state === 'promised' || state.data?.state === 'captured' ? 2000 : false,
  })
  useTitle(item ? (item.title ?? item.url) : null)
  const router = useRouter()
  const step = useStep(id)
  const [view, setView] = useState<ReaderView>('text')
  const [chosen, setChosen] = useState<string | null>(null)
  const { pair, setAsked } = usePair(item)
  const { desk, current, go, last } = useBlocks(item)
  const { drawer, toggleDrawer } = useDrawer()
  useEffect(() => followTrail(id), [id])
  const isRead = item?.reading !== null && item !== undefined
  useEffect(() => {
    if (isRead) markSeen(id)
  }, [id, isRead])

  const captureId = chosen ?? item?.reading?.captureId ?? item?.captures[0]?.id ?? null
  const views: ReaderView[] = [
    'text',
    ...(captureId ? (['page'] as const) : []),
    ...(pair ? (['changes'] as const) : []),
  ]
  const back = () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/' }))
  useKeys([
    { key: 'j', name: 'key.block', run: () => go(current + 1) },
    { key: 'k', name: 'key.block', run: () => go(current - 1) },
    ...views.map((each, index) => ({ key: String(index + 1), name: 'key.views' as const, run: () => setView(each) })),
    { key: 'o', name: 'key.page', run: () => setView(view === 'page' || !captureId ? 'text' : 'page') },
    { key: 'd', name: 'key.evidence', run: toggleDrawer },
    { key: '[', name: 'key.neighbours', run: () => step('before') },
    { key: ']', name: 'key.neighbours', run: () => step('after') },
    { key: 'Escape', name: 'key.back', run: back },
  ])

  return (
    <div className="screen">
      <ReaderBar
        id={id}
        view={view}
        views={views}
        drawerOpen={drawer}
        onView={setView}
        onBack={back}
        onDrawer={toggleDrawer}
      />
      <NoteLine />
      <div className={item && drawer ? 'reader with-drawer' : 'reader'}>
        <div className="desk" ref={desk}>
          {!item && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={4} />)}
          {item && view === 'text' && (
            <div className="scroll" tabIndex={0} role="region" aria-label={t('reader.text')}>
              <Article item={item} current={current} />
            </div>
          )}
          {view === 'page' && captureId && <PreservedPage captureId={captureId} />}
          {view === 'changes' && pair && <Changes itemId={id} from={pair[0]} to={pair[1]} />}
        </div>
        {item && drawer && (
          <Drawer
            item={item}
            captureId={captureId}
            onChoose={(capture) => {
              setChosen(capture)
              setView('page')
            }}
            onCompare={(from, to) => {
              setAsked([from, to])
              setView('changes')
            }}
          />
        )}
      </div>
      <KeyLine>{current > 0 && t('reader.place', { at: count(current), total: count(last) })}</KeyLine>
    </div>
  )
}
