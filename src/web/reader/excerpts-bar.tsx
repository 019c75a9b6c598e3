// Under the text: what is selected and can become an excerpt, the kept one that is looked at, or the one under one's hands.

import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import {
  addSelected,
  anewOn,
  startDraft,
  type Page,
  type Selected,
  type Side,
  type KeptExcerpt,
} from '../excerpts/editor/draft.ts'
import { Editor } from '../excerpts/editor/editor.tsx'
import { beginWork, change, isTouched, setWork, useWork, workOn, type Work } from '../excerpts/editor/work.ts'
import { Outside } from '../parts/outside.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { useKeys } from '../shell/keys.ts'
import { itemRoute } from '../shell/route-ids.ts'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { chooseExcerpt, useChosenExcerpt } from './excerpts-desk.ts'
import { KeptBar } from './excerpts-kept-bar.tsx'
import { changeExcerpt, showExcerpt } from './excerpts-open.ts'
import type { Marked } from './excerpts-marked.ts'
import { keepToSide, readSelection } from './excerpts-selection.ts'
import { useExcerptMarks } from './use-excerpt-marks.ts'
import { useMarked, usePage } from './use-page.ts'
import { useSelectionKeys } from './use-selection-keys.ts'
import '../style/excerpts.css'

/** A selection stays on the side where it began: the other one cannot be selected meanwhile. */
function useOneSide(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const text = box.current
    if (!text) return
    const begin = ({ target }: PointerEvent) =>
      keepToSide(text, target instanceof Element && target.closest('.y') ? 'translation' : 'original')
    text.addEventListener('pointerdown', begin)
    return () => text.removeEventListener('pointerdown', begin)
  }, [box])
}

function useSelected(page: Page): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => setSelected(readSelection(document.getSelection(), page))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [page])
  return selected
}

type BarProps = {
  item: ItemDetail
  reading: ReadingRecord
  /** Where the text is shown. */
  box: RefObject<HTMLDivElement | null>
  /** The block that j and k stand on; 0 = none. */
  current: number
  onMarked: (marked: readonly Marked[]) => void
}

export function ExcerptsBar({ item, reading, box, current, onMarked }: BarProps) {
  const page = usePage(item, reading)
  const marked = useMarked(item.id, page)
  const work = useWork(item.id)
  const chosenId = useChosenExcerpt(item.id)
  const chosen = marked.find(({ excerpt }) => excerpt.id === chosenId)
  const selected = useSelected(page)
  useOneSide(box)
  useEffect(() => onMarked(marked), [marked, onMarked])
  useExcerptMarks({ desk: box, page, marked, chosen: chosenId, draft: work?.draft ?? null, itemId: item.id })
  useSelectionKeys({ box, page, current, marked, itemId: item.id })
  useAddressed(page, marked, box)
  if (work) return <AtWork item={item} work={work} page={page} selected={selected} box={box} />
  if (selected)
    return (
      <Offer page={page} selected={selected} act="excerpt.act" keys="e" onTake={() => take(item.id, page, selected)} />
    )
  return chosen ? <KeptBar marked={chosen} page={page} box={box} /> : null
}

/** An excerpt that the address names is shown and opened, once. */
function useAddressed(page: Page, marked: readonly Marked[], box: RefObject<HTMLElement | null>) {
  const { excerpt: id } = itemRoute.useSearch()
  const opened = useRef<string | null>(null)
  const found = marked.find(({ excerpt }) => excerpt.id === id)
  useEffect(() => {
    if (!found || opened.current === found.excerpt.id) return
    opened.current = found.excerpt.id
    showExcerpt(page, found, box.current)
    changeExcerpt(page, found.excerpt)
  }, [found, page, box])
}

let began: Side = 'original'

function take(itemId: string, page: Page, selected: Selected) {
  const draft = startDraft(page, selected)
  if (!draft) return
  began = selected.side
  document.getSelection()?.removeAllRanges()
  chooseExcerpt(itemId, null)
  setWork(itemId, beginWork(page, draft))
}

type OfferProps = {
  page: Page
  selected: Selected
  act: 'excerpt.act' | 'excerpt.add'
  keys: 'e' | 'a'
  onTake: () => void
}

function Offer({ page, selected, act, keys, onTake }: OfferProps) {
  useKeys([{ key: keys, name: act === 'excerpt.act' ? 'excerpt.key' : act, run: onTake }])
  const isOriginal = selected.side === 'original'
  const { text } = isOriginal ? page.reading : page.told
  const language = isOriginal ? page.reading.language : (page.view?.to ?? null)
  return (
    <div className="excerpt-bar" role="toolbar" aria-label={t(act)}>
      <span className="q">{t('excerpt.chosen')}</span>
      <span className="clip" dir={isOriginal ? page.reading.direction : directionOf(language ?? 'en')}>
        <Outside text={text.slice(selected.start, selected.end)} lang={language} className="press" />
      </span>
      <button type="button" className="btn main-act" onPointerDown={(event) => event.preventDefault()} onClick={onTake}>
        {t(act)} <kbd>{keys}</kbd>
      </button>
    </div>
  )
}

type AtWorkProps = Pick<BarProps, 'item' | 'box'> & { work: Work; page: Page; selected: Selected | null }

function AtWork({ item, work, page, selected, box }: AtWorkProps) {
  const { id } = item
  const leave = () => {
    const left = workOn(id)
    setWork(id, null)
    box.current?.focus({ preventScroll: true })
    if (left && isTouched(left)) sayDeed(t('excerpt.left'), async () => setWork(id, left))
  }
  const { draft, kept } = work
  // Another text has other places: what was selected in the one before cannot be kept of this one.
  const isReadAnew = page.reading.text !== work.page.reading.text
  if (draft === null || isReadAnew)
    return <Anew work={work} page={page} selected={selected} itemId={id} onClose={leave} />
  const add = () => {
    if (selected) setWork(id, change(work, addSelected(work.page, draft, selected)))
    document.getSelection()?.removeAllRanges()
  }
  return (
    <>
      {selected && draft.elsewhere === null && (
        <Offer page={page} selected={selected} act="excerpt.add" keys="a" onTake={add} />
      )}
      <Editor
        key={kept?.id ?? 'new'}
        itemId={id}
        byline={item.reading?.byline ?? []}
        work={work}
        draft={draft}
        live={page}
        first={kept ? 'original' : began}
        onClose={leave}
        onKept={(now: KeptExcerpt | null) => {
          setWork(id, null)
          box.current?.focus({ preventScroll: true })
          chooseExcerpt(id, kept && now ? now.id : null)
        }}
      />
    </>
  )
}

type AnewProps = { work: Work; page: Page; selected: Selected | null; itemId: string; onClose: () => void }

/** A kept excerpt waits for its passage to be selected anew. */
function Anew({ work, page, selected, itemId, onClose }: AnewProps) {
  useKeys([{ key: 'Escape', name: 'act.cancel', run: onClose }])
  const takeIt = () => {
    const draft = selected && (work.kept ? anewOn(page, work.kept, selected) : startDraft(page, selected))
    if (draft) setWork(itemId, { ...change({ ...work, page }, draft), past: [] })
    document.getSelection()?.removeAllRanges()
  }
  if (selected) return <Offer page={page} selected={selected} act="excerpt.act" keys="e" onTake={takeIt} />
  return (
    <div className="excerpt-bar" role="status">
      <span>{t('excerpt.anew.hint')}</span>
      <button type="button" className="btn end" onClick={onClose}>
        {t('act.cancel')} <kbd>Esc</kbd>
      </button>
    </div>
  )
}
