// Titles, authors and dates against the right ones.

import type { Answer, Said } from './gold.ts'
import { mean } from './score-text.ts'

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function isTitleRight(answer: Answer, said: Said): boolean | null {
  return answer.title ? fold(answer.title) === fold(said.title ?? '') : null
}

/** F1 of authors: names found, and words of names given that belong to one. */
export function authorsF1(pairs: readonly (readonly [Answer, Said])[]): number {
  const asked = pairs.filter(([answer]) => (answer.authors?.length ?? 0) > 0)
  const recalls: number[] = []
  const precisions: number[] = []
  for (const [answer, said] of asked) {
    const given = fold(said.authors.join(' ; '))
    const words = new Set((answer.authors ?? []).flatMap((name) => fold(name).split(' ')))
    recalls.push(mean((answer.authors ?? []).map((name) => (` ${given} `.includes(` ${fold(name)} `) ? 1 : 0))))
    const said_ = given.split(' ').filter(Boolean)
    if (said_.length > 0) precisions.push(said_.filter((word) => words.has(word)).length / said_.length)
  }
  const [precision, recall] = [mean(precisions), mean(recalls)]
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

type Moment = { readonly day: string; readonly at: number | null; readonly offset: number }

/** A day, and the instant where time and zone are known. */
function parseMoment(text: string | null | undefined): Moment | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?/i.exec(
    text?.trim() ?? '',
  )
  if (!match?.[1]) return null
  const zone = match[4]?.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
  if (!match[2] || !zone) return { day: match[1], at: null, offset: 0 }
  const offset =
    zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  return { day: match[1], at: Date.parse(`${match[1]}T${match[2]}${match[3] ?? ':00'}${zone}`), offset }
}

export type DateScore = {
  readonly asked: boolean
  readonly given: boolean
  readonly day: boolean
  readonly minute: boolean
}

/** Day: the same calendar day, in the zone of the right answer where both are instants. Minute: the same instant. */
export function scoreDate(answer: Answer, said: Said): DateScore {
  const right = parseMoment(answer.publishing_date ?? answer.date)
  const given = parseMoment(said.published)
  if (!right) return { asked: false, given: given !== null, day: false, minute: false }
  if (!given) return { asked: true, given: false, day: false, minute: false }
  const shifted =
    given.at !== null && right.at !== null
      ? new Date(given.at + right.offset * 60_000).toISOString().slice(0, 10)
      : given.day
  const minute = given.at !== null && right.at !== null && Math.abs(given.at - right.at) < 60_000
  return { asked: true, given: true, day: shifted === right.day || given.day === right.day, minute }
}
