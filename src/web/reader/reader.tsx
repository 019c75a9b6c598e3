// One item, read: the text in its own script, and what it rests on one key away.

import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, startTransition, Suspense, useEffect, useRef, useState } from 'react'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { itemQuestion } from '../api/questions.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import { plainTitle } from '../parts/shown-title.ts'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys, type KeyBinding } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { itemRoute } from '../shell/route-ids.ts'
import { saveSetting, useSetting } from '../shell/settings.ts'
import { count, t } from '../text/t.ts'
import { decide } from '../triage/triage-deeds.ts'
import { triageKeys } from '../triage/triage-keys.ts'
import { Article } from './article.tsx'
import { Changes } from './changes.tsx'
import { Drawer } from './drawer.tsx'
import type { Marked } from './excerpts-marked.ts'
import { ExcerptsOfPage } from './excerpts-spine.tsx'
import { FindBar } from './find-bar.tsx'
import { PreservedPage } from './preserved-page.tsx'
import { ReaderBar, type ReaderView } from './reader-bar.tsx'
import { useBlocks } from './use-blocks.ts'
import { useFind, type Lit } from './use-find.ts'
import { useNeighbours } from './use-neighbours.ts'
import { useShownTranslation } from './use-translation.ts'

const TranslationBar = lazy(() => import('./translation-bar.tsx').then((file) => ({ default: file.TranslationBar })))
const PairedArticle = lazy(() => import('./translation-article.tsx').then((file) => ({ default: file.PairedArticle })))
const ExcerptsBar = lazy(() => import('./excerpts-bar.tsx').then((file) => ({ default: file.ExcerptsBar })))
const MarkSheet = lazy(() => import('../triage/mark-sheet.tsx').then((file) => ({ default: file.MarkSheet })))

/** The versions compared: the pair asked for, else the latest rewording. */
function usePair(item: ItemDetail | undefined) {
  const [asked, setAsked] = useState<readonly [string, string] | null>(null)
  const captures = item?.captures ?? []
  const latest = captures.findIndex((version) => version.change === 'reworded')
  const [to, from] = [captures[latest]?.id, captures[latest + 1]?.id]
  const pair = asked ?? (to !== undefined && from !== undefined ? ([from, to] as const) : null)
  return { pair, setAsked }
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

/** First the text, then what stands beside it: the next item is to be read within the blink of an eye. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setSettled(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return settled
}

/** The item; while its page is on its way through the house, its state is asked for again. */
function useItem(id: string) {
  const answer = useQuery({
    ...itemQuestion(id),
    refetchInterval: ({ state }) =>
      state.data?.state === 'promised' || state.data?.state === 'captured' ? 2000 : false,
  })
  const item = answer.data
  const isRead = item !== undefined && item.reading !== null
  useEffect(() => {
    if (isRead) decide([item], { kind: 'open' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each item
  }, [id, isRead])
  useTitle(item ? plainTitle(item) : null)
  return answer
}

type TextProps = { item: ItemDetail; settled: boolean; current: number; lit: Lit }

/** The original at once, and drawn once; only where there is a translation of this very text it stands beside it. */
function Text({ item, settled, current, lit }: TextProps) {
  const sides = useSetting('sides')
  const view = useShownTranslation(item.id, settled)
  const { reading } = item
  const box = useRef<HTMLDivElement>(null)
  const [marked, setMarked] = useState<readonly Marked[]>([])
  const original = <Article item={item} current={current} lit={lit} translated={sides !== 'original'} />
  return (
    <ExcerptsOfPage value={marked}>
      <div className="translation-bar" role="group" aria-label={t('translation.bar')}>
        <Suspense>{settled && <TranslationBar item={item} />}</Suspense>
      </div>
      <div className="scroll" ref={box} tabIndex={0} role="region" aria-label={t('reader.text')}>
        {view && reading && sides !== 'original' ? (
          <Suspense fallback={original}>
            <PairedArticle item={item} reading={reading} view={view} sides={sides} current={current} found={lit} />
          </Suspense>
        ) : (
          original
        )}
      </div>
      <Suspense>
        {settled && reading && (
          <ExcerptsBar item={item} reading={reading} box={box} current={current} onMarked={setMarked} />
        )}
      </Suspense>
    </ExcerptsOfPage>
  )
}

export function Reader() {
  const { id } = itemRoute.useParams()
  return <OneItem key={id} id={id} />
}

function OneItem({ id }: { id: string }) {
  const { data: item, error, refetch } = useItem(id)
  const router = useRouter()
  const step = useNeighbours(id)
  const desk = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<ReaderView>('text')
  const [chosen, setChosen] = useState<string | null>(null)
  const [choosingMark, setChoosingMark] = useState(false)
  const { pair, setAsked } = usePair(item)
  const blocks = useBlocks(item, desk, view === 'text')
  const find = useFind(item, desk)
  const { drawer, toggleDrawer } = useDrawer()
  const settled = useSettled()

  const captureId = chosen ?? item?.reading?.captureId ?? item?.captures[0]?.id ?? null
  const views: ReaderView[] = [
    'text',
    ...(captureId ? (['page'] as const) : []),
    ...(pair ? (['changes'] as const) : []),
  ]
  const back = () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/' }))
  const startFind = () => {
    setView('text')
    find.show()
  }
  // What is done with is left for the next; what is taken or marked may still be read on.
  const onward = (kind: string) => (kind === 'skip' || kind === 'park') && step('after')
  const keys: KeyBinding[] = [
    { key: 'j', name: 'key.block', run: () => blocks.step(1) },
    { key: 'k', name: 'key.block', run: () => blocks.step(-1) },
    { key: '[', name: 'key.neighbours', run: () => void step('before') },
    { key: ']', name: 'key.neighbours', run: () => void step('after') },
    ...triageKeys(
      item,
      ({ kind }) => void onward(kind),
      () => setChoosingMark(true),
    ),
    { key: '/', name: 'key.find', run: startFind },
    ...views.map((each, index) => ({ key: String(index + 1), name: 'key.views' as const, run: () => setView(each) })),
    { key: 'o', name: 'key.page', quiet: true, run: () => setView(view === 'page' || !captureId ? 'text' : 'page') },
    { key: 'd', name: 'key.evidence', run: toggleDrawer },
    { key: 'Escape', name: 'key.back', run: find.open ? find.close : back },
  ]
  useKeys(keys)

  return (
    <div className="screen">
      <ReaderBar
        id={id}
        item={item}
        view={view}
        views={views}
        drawerOpen={drawer}
        onView={setView}
        onBack={back}
        onFind={startFind}
        onDecided={onward}
        onDrawer={toggleDrawer}
      />
      <NoteLine />
      {find.open && view === 'text' && (
        <FindBar
          wanted={find.wanted}
          at={find.at}
          of={find.of}
          onWanted={find.want}
          onStep={find.step}
          onClose={find.close}
        />
      )}
      <div className={item && drawer ? 'reader with-drawer' : 'reader'}>
        <div className="desk" ref={desk}>
          {!item && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={4} />)}
          {item && view === 'text' && <Text item={item} settled={settled} current={blocks.current} lit={find.lit} />}
          {view === 'page' && captureId && <PreservedPage captureId={captureId} />}
          {view === 'changes' && pair && <Changes itemId={id} from={pair[0]} to={pair[1]} />}
        </div>
        {item && drawer && !settled && <aside className="drawer" aria-label={t('drawer.label')} />}
        {item && drawer && settled && (
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
      {choosingMark && item && (
        <Suspense>
          <MarkSheet item={item} onClose={() => setChoosingMark(false)} />
        </Suspense>
      )}
      <KeyLine>
        {blocks.current > 0 && t('reader.place', { at: count(blocks.current), total: count(blocks.last) })}
      </KeyLine>
    </div>
  )
}
