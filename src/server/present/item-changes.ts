// In: two versions of a page. Out: what changed, as pieces of text that can be shown as they are.

import type { Capture } from '../../domain/capture.ts'
import {
  compareCaptures,
  type BlockChange as Change,
  type TextRange,
  type Version,
} from '../../preserve/compare-captures.ts'
import type { StoredReading } from '../../store/readings.ts'
import type { BlockChange, ChangePiece, ItemChanges } from '../shapes/item.ts'

export type ReadVersion = { readonly capture: Capture; readonly reading: StoredReading }

export function showChanges(from: ReadVersion, to: ReadVersion): ItemChanges {
  const { changes } = compareCaptures(from.reading, to.reading)
  const [before, after] = [from.reading.text, to.reading.text]
  return {
    from: showSide(from),
    to: showSide(to),
    sameBytes: from.capture.digest === to.capture.digest,
    sameText: before === after,
    title: compareTitles(from.reading.title ?? '', to.reading.title ?? ''),
    blocks: changes.map((change) => showChange(change, before, after)),
  }
}

function showSide({ capture, reading }: ReadVersion): ItemChanges['from'] {
  const { title, direction, language } = reading
  return { captureId: capture.id, requestedAt: capture.requestedAt, digest: capture.digest, title, direction, language }
}

function showChange(change: Change, before: string, after: string): BlockChange {
  switch (change.kind) {
    case 'same':
      return { kind: 'same', text: cut(after, change.after) }
    case 'added':
      return { kind: 'added', text: cut(after, change.after) }
    case 'dropped':
      return { kind: 'removed', text: cut(before, change.before) }
    case 'altered':
      return { kind: 'reworded', pieces: change.words.map((word) => showPiece(word, before, after)) }
  }
}

type Word = Extract<Change, { kind: 'altered' }>['words'][number]

function showPiece(word: Word, before: string, after: string): ChangePiece {
  if (word.kind === 'dropped') return { kind: 'removed', text: cut(before, word.before) }
  return { kind: word.kind, text: cut(after, word.after) }
}

/** null when the title stayed. */
function compareTitles(before: string, after: string): ChangePiece[] | null {
  if (before === after) return null
  const { changes } = compareCaptures(asOneBlock(before), asOneBlock(after))
  return changes.flatMap((change): ChangePiece[] => {
    const shown = showChange(change, before, after)
    return shown.kind === 'reworded' ? shown.pieces : [shown]
  })
}

function asOneBlock(text: string): Version {
  return { text, blocks: text === '' ? [] : [{ start: 0, end: text.length }] }
}

function cut(text: string, { start, end }: TextRange): string {
  return text.slice(start, end)
}
