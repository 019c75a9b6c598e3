import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { ItemDetail } from '../../server/shapes/item.ts'
import type { Range } from '../parts/outside.tsx'
import { findText } from './find-text.ts'

/** What is lit in the blocks of a reading, by the number of the block, and which of all is stood on. */
export type Lit = {
  readonly byBlock: ReadonlyMap<number, readonly Range[]>
  readonly current: Range | null
  readonly block: number
}

const nothing: Lit = { byBlock: new Map(), current: null, block: 0 }

export function useFind(item: ItemDetail | undefined, desk: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const reading = item?.reading
  const texts = useMemo(
    () => (open ? (reading?.blocks.map((block) => reading.text.slice(block.start, block.end)) ?? []) : []),
    [open, reading],
  )
  const found = useMemo(() => findText(texts, wanted), [texts, wanted])
  const now = found.length === 0 ? 0 : Math.min(at, found.length - 1)
  const stood = open ? found[now] : undefined

  const lit = useMemo<Lit>(() => {
    if (!stood) return nothing
    const byBlock = new Map<number, Range[]>()
    for (const { text, start, end } of found) byBlock.set(text + 1, [...(byBlock.get(text + 1) ?? []), { start, end }])
    return { byBlock, current: { start: stood.start, end: stood.end }, block: stood.text + 1 }
  }, [found, stood])

  useEffect(() => {
    if (stood) desk.current?.querySelector('mark.here')?.scrollIntoView({ block: 'center' })
  }, [stood, desk])

  return {
    open,
    show: () => setOpen(true),
    close: () => setOpen(false),
    wanted,
    want: (next: string) => {
      setWanted(next)
      setAt(0)
    },
    at: found.length === 0 ? 0 : now + 1,
    of: found.length,
    step: (step: 1 | -1) => found.length > 0 && setAt((now + step + found.length) % found.length),
    lit,
  }
}
