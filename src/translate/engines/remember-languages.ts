// In: a way to ask an engine which languages it has. Out: the same, asked seldom: they change with a release, not with a page.

import type { LanguagePair } from './engine.ts'
import { tagOfCode } from './language-codes.ts'

const HOUR_MS = 3_600_000
/** What was not said is asked again sooner. */
const SILENCE_MS = 5 * 60_000
/** A list is no translation: nobody waits long for it. */
export const LIST_TIMEOUT_MS = 10_000

export type Languages = readonly LanguagePair[]

export function rememberLanguages(
  ask: (signal?: AbortSignal) => Promise<Languages | null>,
  now: () => number,
): (signal?: AbortSignal) => Promise<Languages | null> {
  let known: { readonly until: number; readonly list: Languages | null } | undefined
  let asking: Promise<Languages | null> | undefined
  return async (signal) => {
    if (known && now() < known.until) return known.list
    asking ??= ask(signal).finally(() => (asking = undefined))
    const list = await asking
    known = { list, until: now() + (list === null ? SILENCE_MS : 12 * HOUR_MS) }
    return list
  }
}

/** The list as others read it: tags of BCP 47, each pair once. */
export function inTags(list: Languages | null): Languages | null {
  const pairs = list?.map(({ from, to }) => ({ from: tagOfCode(from), to: tagOfCode(to) }))
  return pairs ? [...new Map(pairs.map((pair) => [`${pair.from}>${pair.to}`, pair])).values()] : null
}
