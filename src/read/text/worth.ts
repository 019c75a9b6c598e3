// How much a segment speaks for the place it stands in being an article.

import { stand, type Segment } from './segment.ts'

/** Below this weight a segment without a sentence in it is a label. */
export const labelWeight = 30
/** From this weight on a segment with few links is prose. */
export const proseWeight = 60

/** Whether a segment reads like prose: long enough, with sentences, and not made of links. */
export function isProse(segment: Segment): boolean {
  if (segment.linkShare > 0.5 || (segment.stands & stand.heading) !== 0) return false
  if (segment.weight >= proseWeight && segment.stops + segment.commas > 0) return true
  return (
    segment.weight >= 25 && segment.stops > 0 && (segment.stands & stand.paragraph) !== 0 && segment.linkShare < 0.3
  )
}

/** Positive for prose, negative for labels and links. */
export function worthOf(segment: Segment): number {
  const free = segment.weight * (1 - segment.linkShare)
  const linked = segment.weight - free
  if (isProse(segment)) {
    const inParagraph = (segment.stands & (stand.paragraph | stand.broken | stand.quotation)) !== 0 ? 1 : 0.8
    const inCell = (segment.stands & (stand.cell | stand.listItem)) !== 0 ? 0.7 : 1
    return Math.min(free, 1500) * inParagraph * inCell - linked * 0.3
  }
  if ((segment.stands & stand.heading) !== 0) return segment.linkShare > 0.5 ? -20 : 0
  if (segment.linkShare > 0.5) return -12 - Math.min(linked, 120) * 0.35
  if ((segment.stands & (stand.paragraph | stand.listItem | stand.broken | stand.cell)) !== 0 && segment.links === 0)
    return 1 + Math.min(6, segment.weight * 0.12)
  return segment.weight >= labelWeight ? 2 : -4
}
