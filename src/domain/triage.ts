// Triage is what a person decides about an item: look, work with it, later, or not at all.

import type { Id } from './id.ts'
import type { ItemId } from './feed.ts'

export type DeedId = Id<'deed'>

/** `new`: nobody has looked; `opened`: looked at; `picked`: to be worked with; `parked`: for later; `skipped`: not needed. */
export type TriageState = 'new' | 'opened' | 'picked' | 'parked' | 'skipped'

export const triageStates: readonly TriageState[] = ['new', 'opened', 'picked', 'parked', 'skipped']

/** What a person does to items. `open` touches only what is `new`, so that reading never takes back a decision. */
export type TriageWish =
  | { readonly kind: 'open' | 'pick' | 'park' | 'skip' | 'renew' }
  | { readonly kind: 'mark' | 'unmark'; readonly label: string }

/** How an item stands. `version` goes up by one with each deed that changes it. */
export type ItemTriage = { readonly state: TriageState; readonly marks: readonly string[]; readonly version: number }

/** What a deed does to one item; null when there is nothing to change. */
export type TriageStep = {
  readonly from: TriageState
  readonly to: TriageState
  readonly label: string | null
  /** 1 = the mark is put on, -1 = taken off, 0 = no mark is touched. */
  readonly labelChange: -1 | 0 | 1
}

const stateAfter = { pick: 'picked', park: 'parked', skip: 'skipped', renew: 'new' } as const

/** Pure: the step from how an item stands to what is wished. */
export function planStep(now: ItemTriage, wish: TriageWish): TriageStep | null {
  if (wish.kind === 'mark' || wish.kind === 'unmark') {
    const isOn = now.marks.includes(wish.label)
    if (isOn === (wish.kind === 'mark')) return null
    return { from: now.state, to: now.state, label: wish.label, labelChange: isOn ? -1 : 1 }
  }
  const to = wish.kind === 'open' ? (now.state === 'new' ? 'opened' : now.state) : stateAfter[wish.kind]
  return to === now.state ? null : { from: now.state, to, label: null, labelChange: 0 }
}

/** The step that takes another back. */
export function reverseStep(step: TriageStep): TriageStep {
  const labelChange = step.labelChange === 0 ? 0 : step.labelChange === 1 ? -1 : 1
  return { from: step.to, to: step.from, label: step.label, labelChange }
}

/** An item that stands otherwise than the person who acts has seen. */
export type TriageConflict = {
  readonly id: ItemId
  readonly triage: ItemTriage
  /** Who changed it last, and when; null = nobody has. */
  readonly by: string | null
  readonly at: number | null
}
