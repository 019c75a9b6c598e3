// In: the engines of the configuration. Out: engines ready to be asked, in the order given.

import { openEngine } from './all-engines.ts'
import type { EngineDoor } from './ask-engine.ts'
import { engineIdentity } from './engine-identity.ts'
import type { ChosenEngine, Engine, EngineSettings } from './engine.ts'
import { nameEngines } from './engine-order.ts'
import { watchEngine, type EngineWatch } from './watch-engine.ts'

export type EngineChoice = EngineSettings & {
  readonly pairs?: readonly string[] | undefined
  /** Of a million characters, in the money one pays in. */
  readonly pricePerMillion?: number | undefined
  readonly monthlyCharacters?: number | undefined
  readonly monthlyMoney?: number | undefined
}

const MICROS = 1_000_000

export type NamedEngine = ChosenEngine & { readonly name: string }

/** @param watch is told how each engine answers */
export function openEngines(choices: readonly EngineChoice[], door: EngineDoor, watch?: EngineWatch): NamedEngine[] {
  const names = nameEngines(choices)
  return choices.map((choice, at) => ({
    name: names[at] ?? choice.engine,
    engine: watched(openEngine(choice, door), names[at] ?? choice.engine, watch, door),
    identity: engineIdentity(choice),
    pairs: choice.pairs ?? [],
    microsPerMillion: Math.round((choice.pricePerMillion ?? 0) * MICROS),
    budget: {
      characters: choice.monthlyCharacters ?? null,
      micros: choice.monthlyMoney === undefined ? null : Math.round(choice.monthlyMoney * MICROS),
    },
  }))
}

const watched = (engine: Engine, name: string, watch: EngineWatch | undefined, { now }: EngineDoor): Engine =>
  watch ? watchEngine(engine, name, watch, now) : engine
