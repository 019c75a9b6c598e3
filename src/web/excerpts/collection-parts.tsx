// A passage as it is read: what the page says, with elisions and insertions told apart from its words.

import { Fragment } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { showControls } from '../parts/outside.tsx'

type Part = Excerpt['parts'][number] | NonNullable<Excerpt['translation']>['parts'][number]

const isGlued = (part: Part | undefined, side: 'left' | 'right') =>
  part !== undefined && 'glued' in part && (part.glued === side || part.glued === 'both')

function wordsOf(part: Part) {
  if (part.kind === 'quote') return showControls(part.anchor.exact)
  if (part.kind === 'words') return showControls(part.text)
  if (part.kind === 'elision') return <span className="ours">…</span>
  return <span className="ours">[{showControls(part.text)}]</span>
}

export function Passage({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && !isGlued(part, 'left') && !isGlued(parts[at - 1], 'right') && ' '}
      {wordsOf(part)}
    </Fragment>
  ))
}
