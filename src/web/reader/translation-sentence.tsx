// One sentence, on either side: what differs between the two is underlined on both.

import type { CSSProperties, KeyboardEvent } from 'react'
import type { TranslationSegment } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { lightRanges, showControls, type Range } from '../parts/outside.tsx'
import { t } from '../text/t.ts'
import type { SentencePlace } from './translation-deeds.ts'
import { Flags, openFlags, sayOrigin, type Told } from './translation-state.tsx'

type Flag = TranslationSegment['flags'][number]

/** Where the words that a doubt is about stand; in order, and none over another. */
export function doubtRanges(text: string, words: readonly (string | undefined)[]): Range[] {
  const found = words.flatMap((word) => {
    const start = word === undefined || word === '' ? -1 : text.indexOf(word)
    return start < 0 ? [] : [{ start, end: start + (word?.length ?? 0) }]
  })
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter(({ start }, at) => sorted.slice(0, at).every((other) => other.end <= start))
}

export const inOriginal = (flags: readonly Flag[]) => openFlags(flags).map((flag) => flag.inOriginal)
export const inTranslation = (flags: readonly Flag[]) => openFlags(flags).map((flag) => flag.inTranslation)

/** Where pairs are stacked, each sentence stands over its translation: see translation.css. */
export const inTurn = (at: number, isTranslation: boolean): CSSProperties => ({
  order: at * 2 + (isTranslation ? 1 : 0),
})

type TargetProps = {
  place: SentencePlace
  said: Told & Pick<TranslationSegment, 'target' | 'flags'>
  to: string
  isLit: boolean
  /** Words that were written and are not on record yet. */
  draft: string | undefined
  onEdit: (place: SentencePlace) => void
}

/** What the translation says in one place; Enter writes it. */
export function Target({ place, said, to, isLit, draft, onEdit }: TargetProps) {
  const { target, state, flags } = said
  const flagsId = `doubts-${place}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'F2') return
    event.preventDefault()
    onEdit(place)
  }
  const plain = `${t(`translation.state.${state}`)} ${sayOrigin(said)}`.replace(/[\u2068\u2069]/g, '').trim()
  return (
    <>
      <span
        role="button"
        tabIndex={0}
        data-sentence={place}
        {...(target === null || place === 'title' ? {} : { 'data-segment': place })}
        className={`sentence by-${state}${isLit ? ' lit' : ''}`}
        title={plain}
        {...(openFlags(flags).length > 0 ? { 'aria-describedby': flagsId } : {})}
        onKeyDown={onKeyDown}
        onDoubleClick={() => onEdit(place)}
      >
        {target === null ? (
          <span className="untold">
            — <span>{t('translation.state.none')}</span>
          </span>
        ) : (
          <DoubtedWords text={target} words={inTranslation(flags)} />
        )}
      </span>{' '}
      <Flags flags={flags} id={flagsId} />
      {draft !== undefined && <Unsaved words={draft} to={to} />}
    </>
  )
}

function DoubtedWords({ text, words }: { text: string; words: readonly (string | undefined)[] }) {
  const ranges = doubtRanges(text, words)
  return <span className="doubted">{ranges.length > 0 ? lightRanges(text, ranges) : showControls(text)}</span>
}

function Unsaved({ words, to }: { words: string; to: string }) {
  return (
    <span className="unsaved small">
      <Icon name="pencil" />
      {t('translation.unsaved')}: <bdi lang={to}>{showControls(words)}</bdi>
    </span>
  )
}
