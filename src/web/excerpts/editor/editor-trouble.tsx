// Why an excerpt was not kept; when somebody else was first, both versions side by side.

import { wordsOf } from '../../api/ask.ts'
import { Conflict } from '../../parts/conflict.tsx'
import { Icon } from '../../parts/icon.tsx'
import { t } from '../../text/t.ts'
import { draftOf, type Draft, type Side } from './draft.ts'
import { printStrip } from './strip-print.ts'
import { sideOf } from './use-editing.ts'
import type { useKeep } from './use-keep.ts'
import { beginChange, setWork, type Work } from './work.ts'

const names = () => ({
  original: t('excerpt.original'),
  translation: t('excerpt.translation'),
  speaker: t('excerpt.speaker'),
  basket: t('excerpt.basket'),
  tags: t('excerpt.tags'),
  note: t('excerpt.note'),
})

type TroubleProps = { itemId: string; work: Work; draft: Draft; keeping: ReturnType<typeof useKeep> }

export function Trouble({ itemId, work, draft, keeping }: TroubleProps) {
  const { current, problem } = keeping
  if (problem === null) return null
  if (!current)
    return (
      <p className="st stop" role="alert">
        <Icon name="cross" />
        {wordsOf(problem)}
      </p>
    )
  const printed = (side: Side) => {
    const strip = sideOf(work, draft, side)
    return strip ? printStrip(strip.text, strip.strip) : null
  }
  return (
    <Conflict
      now={{ ...current, original: current.printed, translation: current.translation?.printed ?? null }}
      yours={{ ...work.fields, original: printed('original'), translation: printed('translation') }}
      names={names()}
      onTheirs={() => {
        keeping.forget()
        setWork(itemId, beginChange(work.page, current, draftOf(work.page, current)))
      }}
      onMine={() => void keeping.keep(work, current)}
    />
  )
}
