// One block of the original and its translation, level with each other, sentence by sentence.

import { createElement, memo, type KeyboardEvent, type ReactNode } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { lightRanges, showControls, type Range } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { SpineExcerpts } from './excerpts-spine.tsx'
import type { Pair, Sentence } from './translation-pairs.ts'
import { SentenceEdit } from './translation-edit.tsx'
import { Flags, sayOrigin } from './translation-state.tsx'
import type { SentencePlace } from './use-translation.ts'

export type Sides = 'original' | 'both' | 'translation'
type Found = { readonly ranges: readonly Range[]; readonly here: Range | null }

type RowProps = {
  pair: Pair
  view: TranslationView
  sides: Sides
  on: boolean
  /** The sentence under the pointer or the focus; null = none of this block. */
  lit: number | null
  editing: SentencePlace | null
  found: Found
  onEdit: (place: SentencePlace | null) => void
  written: { dir?: 'ltr' | 'rtl' | 'auto'; lang?: string }
}

function drawAs({ block }: Pair, children: ReactNode): ReactNode {
  if (block.kind === 'heading') return createElement(`h${Math.min(6, Math.max(2, block.level ?? 2))}`, {}, children)
  if (block.kind === 'quotation') return <blockquote>{children}</blockquote>
  if (block.kind === 'caption') return <div className="caption">{children}</div>
  if (block.kind === 'list-item') return <div className="list-item">{children}</div>
  return <div className={block.kind === 'table' || block.kind === 'preformatted' ? 'as-set' : 'par'}>{children}</div>
}

function Original({ pair, lit, found }: Pick<RowProps, 'pair' | 'lit' | 'found'>) {
  return pair.pieces.map(({ start, end, at }) => {
    const clip = (range: Range) => ({
      start: Math.max(0, range.start - start),
      end: Math.min(end, range.end) - start,
    })
    const ranges = found.ranges.filter((range) => range.end > start && range.start < end).map(clip)
    const words = lightRanges(pair.text.slice(start, end), ranges, found.here && clip(found.here))
    if (at === null) return <span key={start}>{words}</span>
    return (
      <span key={start} data-sentence={at} className={lit === at ? 'sentence lit' : 'sentence'}>
        {words}
      </span>
    )
  })
}

type TargetProps = { sentence: Sentence; isLit: boolean; onEdit: RowProps['onEdit'] }

function Target({ sentence, isLit, onEdit }: TargetProps) {
  const { at, target, state, flags } = sentence
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'F2') return
    event.preventDefault()
    onEdit(at)
  }
  return (
    <>
      <span
        role="button"
        tabIndex={0}
        data-sentence={at}
        className={`sentence by-${state}${isLit ? ' lit' : ''}`}
        title={`${t(`translation.state.${state}`)} ${sayOrigin(sentence).replace(/[\u2068\u2069]/g, '')}`.trim()}
        onKeyDown={onKeyDown}
        onDoubleClick={() => onEdit(at)}
      >
        {target === null ? <span className="untold">— {t('translation.state.none')}</span> : showControls(target)}
      </span>{' '}
      <Flags flags={flags} />
    </>
  )
}

export const TranslationRow = memo(function TranslationRow(props: RowProps) {
  const { pair, view, sides, on, lit, editing, onEdit } = props
  const { language } = pair.block
  const own = language ? { lang: language, dir: directionOf(language) } : props.written
  const flags = pair.sentences.reduce((sum, sentence) => sum + sentence.flags.length, 0)
  const targets = pair.sentences.map((sentence) =>
    editing === sentence.at ? (
      <SentenceEdit key={sentence.at} view={view} place={sentence.at} onClose={() => onEdit(null)} />
    ) : (
      <Target key={sentence.at} sentence={sentence} isLit={lit === sentence.at} onEdit={onEdit} />
    ),
  )
  return (
    <div
      className={on ? 'block pair on' : 'block pair'}
      data-block={pair.number}
      tabIndex={-1}
      {...(on ? { 'aria-current': 'true' as const } : {})}
    >
      {sides !== 'translation' && (
        <div className="x" {...own}>
          {drawAs(pair, <Original pair={pair} lit={lit} found={props.found} />)}
        </div>
      )}
      <span className="g">
        <b aria-hidden="true">{pair.number}</b>
        <SpineExcerpts block={pair.number} />
        {flags > 0 && (
          <span className="st warn">
            <Icon name="differs" label={t('translation.flags', { n: flags })} />
          </span>
        )}
      </span>
      {sides !== 'original' && (
        <div className="y" lang={view.to} dir={directionOf(view.to)}>
          {drawAs(pair, targets)}
        </div>
      )}
    </div>
  )
})
