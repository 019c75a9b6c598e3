// In: the sketches of two documents. Out: what they have to do with each other, and which came first.

import { alignTranslation } from './align-translation.ts'
import type { OriginReason } from './document.ts'
import { isCreditOf } from './find-credits.ts'
import { judgeAlignment, judgeOverlap, type Judgment } from './judge-copy.ts'
import { holdsInChrome, isExcerptOf, measureOverlap, type Overlap } from './measure-overlap.ts'
import type { Sketch } from './sketch-document.ts'
import { weighOrigins } from './weigh-origin.ts'

export type Relation = Judgment & {
  /** Which of the two is the likelier original, and how much speaks for it; under 1 it could as well be the other. */
  readonly original: 'first' | 'second'
  readonly lead: number
  readonly reasons: readonly OriginReason[]
}

/**
 * null = nothing that would make one a copy of the other.
 *
 * @param original where it is known from elsewhere which one it is
 */
export function relateDocuments(first: Sketch, second: Sketch, original?: 'first'): Relation | null {
  const known = original && ({ original, lead: 0, reasons: [] } as const)
  const texts = relateTexts(first, second, known)
  // A page may declare the language of its site and not of its text: words in common decide first.
  return texts || !isOtherLanguage(first, second) ? texts : relateTranslations(first, second, known)
}

type Order = Pick<Relation, 'original' | 'lead' | 'reasons'>

/** Different languages as far as known; a missing one is compared word for word. */
export function isOtherLanguage(first: Sketch, second: Sketch): boolean {
  const base = (tag: string | null) => (tag ?? '').toLowerCase().split('-')[0] ?? ''
  return base(first.language) !== '' && base(second.language) !== '' && base(first.language) !== base(second.language)
}

function relateTexts(first: Sketch, second: Sketch, known?: Order): Relation | null {
  const overlap = measureOverlap(first, second)
  const { ofFirst, ofSecond } = overlap
  const [firstInChrome, secondInChrome] = [holdsInChrome(ofSecond, ofFirst), holdsInChrome(ofFirst, ofSecond)]
  const flags = {
    firstInChrome,
    secondInChrome,
    firstIsExcerpt: !secondInChrome && isExcerptOf(ofFirst, ofSecond),
    secondIsExcerpt: !firstInChrome && isExcerptOf(ofSecond, ofFirst),
  }
  const order = known ?? chooseOriginal(first, second, flags)
  const [original, copy] = order.original === 'first' ? [first, second] : [second, first]
  const words = { original: original.hashes.length, copy: copy.hashes.length }
  const judgment = judgeOverlap(order.original === 'first' ? overlap : turn(overlap), words, isWire(original, copy))
  return judgment && { ...judgment, ...order }
}

/** Whether one is a translation of the other, whatever languages they declare. */
export function relateTranslations(first: Sketch, second: Sketch, known?: Order): Relation | null {
  const judgment = judgeAlignment(alignTranslation(first.sentences, second.sentences))
  if (!judgment) return null
  const order = known ?? chooseOriginal(first, second, none)
  if (order.original === 'first') return { ...judgment, ...order }
  return { ...judgment, ofOriginal: judgment.ofCopy, ofCopy: judgment.ofOriginal, ...order }
}

type Flags = Readonly<Record<'firstInChrome' | 'secondInChrome' | 'firstIsExcerpt' | 'secondIsExcerpt', boolean>>
const none: Flags = { firstInChrome: false, secondInChrome: false, firstIsExcerpt: false, secondIsExcerpt: false }

function chooseOriginal(first: Sketch, second: Sketch, flags: Flags): Order {
  const [one, other] = weighOrigins([
    { sketch: first, isInChrome: flags.firstInChrome, isExcerpt: flags.firstIsExcerpt },
    { sketch: second, isInChrome: flags.secondInChrome, isExcerpt: flags.secondIsExcerpt },
  ])
  const lead = (one?.points ?? 0) - (other?.points ?? 0)
  return lead >= 0
    ? { original: 'first', lead, reasons: one?.reasons ?? [] }
    : { original: 'second', lead: -lead, reasons: other?.reasons ?? [] }
}

function turn(overlap: Overlap): Overlap {
  return { ...overlap, ofFirst: overlap.ofSecond, ofSecond: overlap.ofFirst }
}

const AGENCY =
  /\bagenc|\bagentur|news service|newswire|агентств|وكالة|خبرگزاری|اژانس|آژانس|通讯社|通訊社|通信社|kantor berita|ajansı/iu

/** An agency signs in one of them, or one of them is an agency. */
function isWire(original: Sketch, copy: Sketch): boolean {
  const isAgency = AGENCY.test(original.outlet ?? '') || original.credits.some((credit) => isCreditOf(credit, original))
  const isSigned = [original, copy].some(({ credits }) =>
    credits.some(({ agency, how }) => agency !== null || how === 'dateline'),
  )
  return isAgency || isSigned
}
