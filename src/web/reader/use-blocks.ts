// The block under the reader's eye: moved by j and k, kept for the next time, and gone back to.

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { keepReadingPlace, readingPlace } from './reading-place.ts'

const PAUSE_MS = 250

/** The number of the first block whose end is in sight. */
function topBlock(box: HTMLElement): number {
  const top = box.getBoundingClientRect().top
  for (const block of box.querySelectorAll<HTMLElement>('[data-block]'))
    if (block.getBoundingClientRect().bottom > top + 8) return Number(block.dataset['block'])
  return 1
}

/** @param shown whether the text itself is on the screen, and not the page or the changes */
export function useBlocks(item: ItemDetail | undefined, desk: RefObject<HTMLDivElement | null>, shown: boolean) {
  const [current, setCurrent] = useState(0)
  const last = item?.reading?.blocks.length ?? 0
  const id = item?.id
  const isRead = last > 0

  useLayoutEffect(() => {
    if (!id || !isRead || !shown) return
    const box = desk.current?.querySelector<HTMLElement>('.scroll')
    const place = readingPlace(id)
    if (box && place > 1) {
      const block = box.querySelector<HTMLElement>(`[data-block="${place}"]`)
      if (block) box.scrollTop += block.getBoundingClientRect().top - box.getBoundingClientRect().top
    }
  }, [id, isRead, shown, desk])

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    const box = desk.current?.querySelector<HTMLElement>('.scroll')
    if (!id || !isRead || !shown || !box) return
    const keep = () => {
      timer.current ??= setTimeout(() => {
        timer.current = null
        if (box.isConnected) keepReadingPlace(id, box.scrollTop < 8 ? 1 : topBlock(box))
      }, PAUSE_MS)
    }
    box.addEventListener('scroll', keep, { passive: true })
    return () => box.removeEventListener('scroll', keep)
  }, [id, isRead, shown, desk])

  const go = (number: number) => {
    const next = Math.max(1, Math.min(last, number))
    setCurrent(next)
    const block = desk.current?.querySelector<HTMLElement>(`[data-block="${next}"]`)
    block?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'nearest' })
  }
  /** From the block one stands on; else from the one at the top. */
  const step = (by: 1 | -1) => {
    const box = desk.current?.querySelector<HTMLElement>('.scroll')
    go(current > 0 ? current + by : box && box.scrollTop > 8 ? topBlock(box) : 1)
  }
  return { current, step, last }
}
