import type { TranslationStateName } from '../../server/shapes/translation.ts'

const order: readonly TranslationStateName[] = ['none', 'machine', 'machine-reviewed', 'human']

/** What must be told of several pieces at once: the state of the weakest; `none` of no pieces. */
export function weakestOf(states: readonly TranslationStateName[]): TranslationStateName {
  return order.find((state) => states.includes(state)) ?? 'none'
}
