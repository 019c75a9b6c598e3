// Who is asked, in which order: what the configuration gives, as the settings of the desk arrange it, cut to a pair of languages.
// Both the work itself and the screen that explains it go by this.

import { primaryOf } from '../../lib/primary-of.ts'
import type { EngineId } from './engine.ts'

export type EngineWishes = {
  /** By name: these first, in this order. */
  readonly order: readonly string[]
  /** By name: these are not asked. */
  readonly off: readonly string[]
}

type Named = { readonly name?: string }

/** Names of the engines of a configuration: their kind, with a number from the second of a kind on. */
export function nameEngines(choices: readonly { readonly engine: EngineId }[]): string[] {
  const counts = new Map<EngineId, number>()
  return choices.map(({ engine }) => {
    const nth = (counts.get(engine) ?? 0) + 1
    counts.set(engine, nth)
    return nth === 1 ? engine : `${engine}-${nth}`
  })
}

/** All engines in the order wished; those that no wish names follow as configured. */
export function orderEngines<One extends Named>(
  engines: readonly One[],
  { order }: Pick<EngineWishes, 'order'>,
): One[] {
  const rank = ({ name }: One): number => placeIn(order, name)
  return engines.toSorted((a, b) => rank(a) - rank(b))
}

const placeIn = (order: readonly string[], name: string | undefined): number => {
  const place = order.findIndex((one) => one === name)
  return place < 0 ? order.length : place
}

/** Those that are asked. */
export function chooseEngines<One extends Named>(engines: readonly One[], wishes: EngineWishes): One[] {
  return orderEngines(engines, wishes).filter(({ name }) => !wishes.off.some((one) => one === name))
}

type Paired = { readonly pairs: readonly string[] }

/**
 * The engines for a pair of languages. Where people are chosen for it, no machine that stands after them is asked.
 *
 * @param isPeople whether this one is `human`
 */
export function enginesFor<One extends Paired>(
  engines: readonly One[],
  languages: { readonly from: string; readonly to: string },
  isPeople: (one: One) => boolean,
): One[] {
  const fitting = engines.filter(({ pairs }) => pairs.length === 0 || pairs.some((pair) => isPair(pair, languages)))
  const people = fitting.findIndex(isPeople)
  return people < 0 ? fitting : fitting.slice(0, people + 1)
}

/** `ar>en`, `*>en`, `*>*`. */
function isPair(pair: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const [one = '*', other = '*'] = pair.split('>')
  return (one === '*' || primaryOf(one) === primaryOf(from)) && (other === '*' || primaryOf(other) === primaryOf(to))
}
