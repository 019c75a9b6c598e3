// How near a text comes to the right one: runs of four words in common, or pieces that must and must not be there.

import type { Answer } from './gold.ts'

export type Counts = { readonly hit: number; readonly extra: number; readonly missed: number }

/** Words of a text; Han, Kana and Thai letter by letter, since no spaces part their words. */
export function wordsOf(text: string): string[] {
  const spaced = text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/gu, ' $& ')
  return spaced.match(/[\p{L}\p{N}_]+/gu) ?? []
}

function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text)
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const run = words.slice(at, at + 4)
    if (run.length > 0) counts.set(run.join('\u0001'), (counts.get(run.join('\u0001')) ?? 0) + 1)
  }
  return counts
}

/** Runs of four words found, added and missed; of several right texts the one that comes nearest counts. */
export function compareText(answer: Answer, said: string): Counts {
  const ours = shinglesOf(said)
  const all = [answer.articleBody ?? '', ...(answer.articleBodyAlt ?? [])].map((right) =>
    compareShingles(shinglesOf(right), ours),
  )
  return all.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best))
}

function shareOf({ hit, extra, missed }: Counts): number {
  return hit / (hit + extra + missed || 1)
}

function compareShingles(right: ReadonlyMap<string, number>, ours: ReadonlyMap<string, number>): Counts {
  let hit = 0
  let rights = 0
  let said = 0
  for (const [run, count] of right) {
    rights += count
    hit += Math.min(count, ours.get(run) ?? 0)
  }
  for (const count of ours.values()) said += count
  return { hit, extra: said - hit, missed: rights - hit }
}

/** Pieces that are there, should not be, and are missed. */
export function comparePieces(answer: Answer, said: string): Counts {
  const text = said.replace(/\s+/g, ' ')
  const has = (piece: string): boolean => text.includes(piece.replace(/\s+/g, ' ').trim())
  const hit = (answer.with ?? []).filter(has).length
  return {
    hit,
    extra: said === '' ? 0 : (answer.without ?? []).filter(has).length,
    missed: (answer.with ?? []).length - hit,
  }
}

/** Macro average over pages: F1 of mean precision and mean recall. */
export function macroF1(pages: readonly Counts[]): number {
  const precision = mean(pages.filter(({ hit, extra }) => hit + extra > 0).map(({ hit, extra }) => hit / (hit + extra)))
  const recall = mean(
    pages.filter(({ hit, missed }) => hit + missed > 0).map(({ hit, missed }) => hit / (hit + missed)),
  )
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** F1 over all pieces together. */
export function microF1(pages: readonly Counts[]): number {
  const hit = pages.reduce((sum, one) => sum + one.hit, 0)
  const wrong = pages.reduce((sum, one) => sum + one.extra + one.missed, 0)
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong)
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
