// In: the engines, and the languages of the desk. Out: who is asked for each, in order, and who is passed over, and why.

import { primaryOf } from '../../lib/primary-of.ts'
import type { EngineId, LanguagePair } from '../../translate/engines/engine.ts'
import { enginesFor } from '../../translate/engines/engine-order.ts'
import type { EngineOrderList, EngineView } from '../shapes/engine.ts'
import type { ServerTools } from '../tools.ts'

type Orders = EngineOrderList['orders']
type Step = Orders[number]['steps'][number]
/** Name of an engine → the pairs it says it has; one that does not say is not in it. */
type Known = ReadonlyMap<string, readonly LanguagePair[]>

/** Engines are asked which languages they have this often, and given this long: a screen waits. */
const OLD_MS = 10 * 60_000
const LONGEST_MS = 3_000

/** Remembers for a while what the engines said. */
export function createOrderReader({ translation, now }: Pick<ServerTools, 'translation' | 'now'>) {
  let asked: { readonly at: number; readonly known: Promise<Known> } | undefined

  return async (
    engines: readonly EngineView[],
    languages: readonly { language: string; items: number }[],
    to: string,
  ): Promise<Orders> => {
    if (!asked || now() - asked.at > OLD_MS) asked = { at: now(), known: askPairs(translation?.open?.() ?? []) }
    const known = await asked.known
    return languages
      .filter(({ language }) => primaryOf(language) !== primaryOf(to))
      .map(({ language: from, items }) => ({ from, items, steps: listSteps(engines, known, { from, to }) }))
  }
}

async function askPairs(engines: ReturnType<NonNullable<NonNullable<ServerTools['translation']>['open']>>) {
  const known = new Map<string, readonly LanguagePair[]>()
  await Promise.all(
    engines.map(async ({ name, engine }) => {
      const pairs = await engine.languages(AbortSignal.timeout(LONGEST_MS)).catch(() => null)
      if (pairs !== null) known.set(name, pairs)
    }),
  )
  return known
}

function listSteps(engines: readonly EngineView[], known: Known, pair: LanguagePair): Step[] {
  const isPeople = ({ engine }: EngineView): boolean => engine === 'human'
  const fitting = enginesFor(engines, pair, () => false)
  const reached = new Set(
    enginesFor(
      fitting.filter(({ isOff }) => !isOff),
      pair,
      isPeople,
    ),
  )
  const steps = fitting.map((engine): Step => {
    if (engine.isOff) return { by: engine.name, state: 'off' }
    if (!reached.has(engine)) return { by: engine.name, state: 'not-reached' }
    if (isPeople(engine)) return { by: 'people', state: 'asked' }
    if (!hasPair(known.get(engine.name), engine.engine, pair)) return { by: engine.name, state: 'no-pair' }
    return { by: engine.name, state: engine.isUsedUp ? 'used-up' : 'asked' }
  })
  return [{ by: 'memory', state: 'asked' }, ...steps]
}

/** Apertium goes by way of a third language where it has no pair of its own. Who does not say is taken to have it. */
function hasPair(pairs: readonly LanguagePair[] | undefined, engine: EngineId, { from, to }: LanguagePair): boolean {
  if (pairs === undefined) return true
  const has = (one: string, other: string): boolean =>
    pairs.some((pair) => primaryOf(pair.from) === primaryOf(one) && primaryOf(pair.to) === primaryOf(other))
  if (has(from, to)) return true
  return engine === 'apertium' && pairs.some((pair) => has(from, pair.to) && has(pair.to, to))
}
