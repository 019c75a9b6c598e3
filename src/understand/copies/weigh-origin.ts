// In: documents that share a text. Out: which of them is likeliest the original, and the reasons, for and against.
// Nothing here is proof: the first to publish may not have written it, and the original may not be among them at all.

import type { OriginReason, PublicationTime } from './document.ts'
import { isCreditOf } from './find-credits.ts'
import type { Sketch } from './sketch-document.ts'

/** What is weighed of one document; `holds` and `heldBy` say how much of it the others hold, where that is known. */
export type OriginCandidate = {
  readonly sketch: Sketch
  /** It is a copy that holds the whole of another with things around it. */
  readonly isInChrome: boolean
  /** It holds no more than parts of another. */
  readonly isExcerpt: boolean
}

export type OriginWeight = { readonly points: number; readonly reasons: readonly OriginReason[] }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Weights in the order of the candidates. Compares each with at most 200 others. */
export function weighOrigins(candidates: readonly OriginCandidate[]): OriginWeight[] {
  const some = candidates.slice(0, 200)
  return candidates.map((candidate) => {
    const others = some.filter(({ sketch }) => sketch.id !== candidate.sketch.id)
    const reasons = [
      ...weighCredits(candidate.sketch, others),
      ...weighLinks(candidate.sketch, others),
      ...weighTime(candidate.sketch, others),
      ...weighText(candidate, others),
      ...weighAuthor(candidate.sketch, others),
    ]
    return { points: reasons.reduce((sum, { points }) => sum + points, 0), reasons }
  })
}

function weighCredits(own: Sketch, others: readonly OriginCandidate[]): OriginReason[] {
  const reasons: OriginReason[] = []
  const creditors = others.filter(
    ({ sketch }) => sketch.credits.some((credit) => isCreditOf(credit, own)) && !isSameOutlet(sketch, own),
  )
  for (const { sketch } of creditors.slice(0, 3)) {
    const words = sketch.credits.find((credit) => isCreditOf(credit, own))?.words ?? ''
    reasons.push({ kind: 'credit', sentence: `${nameOf(sketch)} credits it: «${words}»`, points: 5 })
  }
  const signed = own.credits.find((credit) => isCreditOf(credit, own))
  if (signed)
    reasons.push({ kind: 'dateline', sentence: `It signs as the agency that it is: «${signed.words}»`, points: 4 })
  const credited = own.credits.find(
    (credit) => !isCreditOf(credit, own) && others.some(({ sketch }) => isCreditOf(credit, sketch)),
  )
  if (credited)
    reasons.push({ kind: 'credit', sentence: `It credits another one here: «${credited.words}»`, points: -5 })
  if (own.credits.length === 0) return reasons
  const dateline = own.credits.find(({ how }) => how === 'dateline')
  if (dateline && !signed && !credited)
    reasons.push({ kind: 'dateline', sentence: `It has an agency's dateline: «${dateline.words}»`, points: 1 })
  const phrase = own.credits.find(({ how }) => how === 'phrase' || how === 'byline')
  if (phrase && !signed && !credited)
    reasons.push({ kind: 'credit', sentence: `It names a source: «${phrase.words}»`, points: -1.5 })
  return reasons
}

function weighLinks(own: Sketch, others: readonly OriginCandidate[]): OriginReason[] {
  const linked = others.find(
    ({ sketch }) => own.url !== null && sketch.links.some((link) => samePage(link, own.url ?? '')),
  )
  const links = others.find(
    ({ sketch }) => sketch.url !== null && own.links.some((link) => samePage(link, sketch.url ?? '')),
  )
  return [
    ...(linked ? [{ kind: 'link', sentence: `${nameOf(linked.sketch)} links to it`, points: 4 } as const] : []),
    ...(links ? [{ kind: 'link', sentence: `It links to ${nameOf(links.sketch)}`, points: -4 } as const] : []),
  ]
}

/** Two clocks are not one: minutes prove little, and a day without an hour proves nothing about the same day. */
function weighTime(own: Sketch, others: readonly OriginCandidate[]): OriginReason[] {
  const at = own.published
  if (!at) return []
  const rivals = others.flatMap(({ sketch }) => sketch.published ?? [])
  if (rivals.length === 0) return []
  const lead = Math.min(...rivals.map((rival) => spanBetween(at, rival)))
  if (lead >= MINUTE * 30)
    return [{ kind: 'earlier', sentence: `It was published ${spanOf(lead)} before all others`, points: 3 }]
  if (lead > 0) return [{ kind: 'earlier', sentence: `It was published ${spanOf(lead)} before all others`, points: 2 }]
  const lag = Math.max(...rivals.map((rival) => spanBetween(rival, at)))
  if (lag >= MINUTE * 30)
    return [{ kind: 'earlier', sentence: `Another one was published ${spanOf(lag)} before it`, points: -2 }]
  return []
}

/** Milliseconds from the first to the second, whole days where only the day of one is known. */
function spanBetween(first: PublicationTime, second: PublicationTime): number {
  if (first.precision === 'minute' && second.precision === 'minute') return second.at - first.at
  return (Math.floor(second.at / DAY) - Math.floor(first.at / DAY)) * DAY
}

function weighText({ isInChrome, isExcerpt }: OriginCandidate, others: readonly OriginCandidate[]): OriginReason[] {
  if (isInChrome)
    return [
      {
        kind: 'containment',
        sentence: 'It holds the whole of another text with its own furniture around it',
        points: -3,
      },
    ]
  if (isExcerpt)
    return [{ kind: 'containment', sentence: 'All it has stands in a longer text of the group', points: -1.5 }]
  const furnished = others.find((other) => other.isInChrome)
  if (furnished)
    return [
      {
        kind: 'containment',
        sentence: `${nameOf(furnished.sketch)} holds the whole of it with furniture around it`,
        points: 0.5,
      },
    ]
  const part = others.find((other) => other.isExcerpt)
  return part ? [{ kind: 'containment', sentence: `It holds all that ${nameOf(part.sketch)} has`, points: 0.5 }] : []
}

function weighAuthor(own: Sketch, others: readonly OriginCandidate[]): OriginReason[] {
  const author = own.author?.trim() ?? ''
  if (author.length < 4 || own.credits.some(({ how }) => how === 'byline')) return []
  const naming = others.find(
    ({ sketch }) => sketch.author !== null && sketch.author !== author && sketch.author.includes(author),
  )
  if (naming) return [{ kind: 'author', sentence: `${nameOf(naming.sketch)} names its author ${author}`, points: 1 }]
  return others.some(({ sketch }) => sketch.author?.trim())
    ? []
    : [{ kind: 'author', sentence: `It alone names an author: ${author}`, points: 1 }]
}

function isSameOutlet(one: Sketch, other: Sketch): boolean {
  return one.outlet !== null && one.outlet === other.outlet
}

function samePage(link: string, url: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\/(www\.)?/, '').replace(/[/?#.,;]+$/, '')
  return bare(link) === bare(url)
}

/** What people know a document by. */
export function nameOf({ outlet, title, id }: Sketch): string {
  return outlet ?? (title ? `«${title}»` : id)
}

function spanOf(ms: number): string {
  if (ms >= 2 * DAY) return `${Math.round(ms / DAY)} days`
  if (ms >= 2 * 60 * MINUTE) return `${Math.round(ms / (60 * MINUTE))} hours`
  return `${Math.max(1, Math.round(ms / MINUTE))} minutes`
}
