// In: the engines of the configuration. Out: engines ready to be asked, in the order given.

import type { ChosenEngine } from '../translate-segments.ts'
import { openEngine } from './all-engines.ts'
import type { EngineDoor } from './ask-engine.ts'
import type { EngineSettings } from './engine.ts'

export type EngineChoice = EngineSettings & {
  readonly pairs?: readonly string[] | undefined
  /** Of a million characters, in the money one pays in. */
  readonly pricePerMillion?: number | undefined
  readonly monthlyCharacters?: number | undefined
  readonly monthlyMoney?: number | undefined
}

const MICROS = 1_000_000

export function openEngines(choices: readonly EngineChoice[], door: EngineDoor): ChosenEngine[] {
  return choices.map((choice) => ({
    engine: openEngine(choice, door),
    pairs: choice.pairs ?? [],
    microsPerMillion: Math.round((choice.pricePerMillion ?? 0) * MICROS),
    budget: {
      characters: choice.monthlyCharacters ?? null,
      micros: choice.monthlyMoney === undefined ? null : Math.round(choice.monthlyMoney * MICROS),
    },
  }))
}
