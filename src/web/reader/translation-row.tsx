// One block of the original and its translation, level with each other, sentence by sentence.

import { createElement, memo, type ReactNode } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { lightRanges, type Range } from '../parts/outside.tsx'
import { weakestOf } from '../parts/weakest-state.ts'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { SpineExcerpts } from './excerpts-spine.tsx'
import type { OriginalPiece, Pair, Sentence } from './translation-pairs.ts'
import type { SentencePlace } from './translation-deeds.ts'
import { SentenceEdit } from './translation-edit.tsx'
import { doubtRanges, inOriginal, inTurn, Target } from './translation-sentence.tsx'
import { openFlags, StateSign } from './translation-state.tsx'
import type { Move } from './use-sentences.ts'

export type Sides = 'original' | 'both' | 'translation'
type Found = { readonly ranges: readonly Range[]; readonly here: Range | null }

type RowProps = {
  pair: Pair
  view: TranslationView
  sides: Sides
  on: boolean
  /** The sentence under the pointer or the focus; null = none of this block. */
  lit: number | null
  editing: number | null
  found: Found
  onEdit: (place: SentencePlace) => void
  onLeave: (move: Move) => void
  written: { dir?: 'ltr' | 'rtl' | 'auto'; lang?: string }
  /** Words that are not saved, by sentence. */
  drafts: ReadonlyMap<SentencePlace, string>
}

function drawAs({ block }: Pair, children: ReactNode): ReactNode {
  if (block.kind === 'heading') return createElement(`h${Math.min(6, Math.max(2, block.level ?? 2))}`, {}, children)
  if (block.kind === 'quotation') return <blockquote>{children}</blockquote>
  if (block.kind === 'caption') return <div className="caption">{children}</div>
  if (block.kind === 'list-item') return <div className="list-item">{children}</div>
  return <div className={block.kind === 'table' || block.kind === 'preformatted' ? 'as-set' : 'par'}>{children}</div>
}

/** What was searched for is lit; where nothing is, what the translation does not have is underlined. */
function PieceWords({ pair, piece, found }: { pair: Pair; piece: OriginalPiece; found: Found }) {
  const { start, end, at } = piece
  const text = pair.text.slice(start, end)
  const clip = (range: Range) => ({
    start: Math.max(0, range.start - start),
    end: Math.min(end, range.end) - start,
  })
  const ranges = found.ranges.filter((range) => range.end > start && range.start < end).map(clip)
  if (ranges.length > 0) return <>{lightRanges(text, ranges, found.here && clip(found.here))}</>
  const flags = pair.sentences.find((sentence) => sentence.at === at)?.flags ?? []
  const doubted = doubtRanges(text, inOriginal(flags))
  return doubted.length > 0 ? (
    <span className="doubted">{lightRanges(text, doubted)}</span>
  ) : (
    <>{lightRanges(text, [])}</>
  )
}

function Original({ pair, lit, found }: Pick<RowProps, 'pair' | 'lit' | 'found'>) {
  let last = 0
  return pair.pieces.map((piece) => {
    const { start, at } = piece
    last = at ?? last
    const words = <PieceWords pair={pair} piece={piece} found={found} />
    if (at === null)
      return (
        <span key={start} style={inTurn(last, false)}>
          {words}
        </span>
      )
    return (
      <span
        key={start}
        data-sentence={at}
        className={lit === at ? 'sentence lit' : 'sentence'}
        style={inTurn(at, false)}
      >
        {words}
      </span>
    )
  })
}

function Spine({ pair }: { pair: Pair }) {
  const flags = pair.sentences.flatMap((sentence) => openFlags(sentence.flags))
  return (
    <span className="g">
      <b aria-hidden="true">{pair.number}</b>
      {pair.sentences.length > 0 && <StateSign state={weakestOf(pair.sentences.map(({ state }) => state))} />}
      <SpineExcerpts block={pair.number} />
      {flags.length > 0 && (
        <span className="st warn" title={flags.map(({ words }) => words).join('\n')}>
          <Icon name="differs" label={t('translation.flags', { n: flags.length })} />
        </span>
      )}
    </span>
  )
}

function Sentences({ pair, view, lit, editing, drafts, onEdit, onLeave }: RowProps) {
  return pair.sentences.map((sentence: Sentence) => (
    <span key={sentence.at} className="sentence-room" style={inTurn(sentence.at, true)}>
      {editing === sentence.at ? (
        <SentenceEdit view={view} place={sentence.at} onLeave={onLeave} />
      ) : (
        <Target
          place={sentence.at}
          said={sentence}
          to={view.to}
          isLit={lit === sentence.at}
          draft={drafts.get(sentence.at)}
          onEdit={onEdit}
        />
      )}
    </span>
  ))
}

export const TranslationRow = memo(function TranslationRow(props: RowProps) {
  const { pair, view, sides, on, lit } = props
  const { language } = pair.block
  const own = language ? { lang: language, dir: directionOf(language) } : props.written
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
      <Spine pair={pair} />
      {sides !== 'original' && (
        <div className="y" lang={view.to} dir={directionOf(view.to)}>
          {drawAs(pair, <Sentences {...props} />)}
        </div>
      )}
    </div>
  )
})
