// In: how an item stands and a deed. Out: how it stands then. The server decides the same way; this is only quicker.

import type { ItemTriage, TriageState, TriageWish } from '../../server/shapes/triage.ts'

export type TriageDeed = TriageWish['deed']

const states: Readonly<Record<'pick' | 'park' | 'skip' | 'renew', TriageState>> = {
  pick: 'picked',
  park: 'parked',
  skip: 'skipped',
  renew: 'new',
}

export function applyDeed(triage: ItemTriage, deed: TriageDeed): ItemTriage {
  if (deed.kind === 'mark') return { ...triage, marks: [...new Set([...triage.marks, deed.label])].toSorted() }
  if (deed.kind === 'unmark') return { ...triage, marks: triage.marks.filter((mark) => mark !== deed.label) }
  if (deed.kind === 'open') return triage.state === 'new' ? { ...triage, state: 'opened' } : triage
  return { ...triage, state: states[deed.kind] }
}

/** The same decision, not the same version. */
export function isSame(a: ItemTriage, b: ItemTriage): boolean {
  return a.state === b.state && a.marks.join('\n') === b.marks.join('\n')
}

/** Deeds that lead back to how an item stood before; the state `opened` is reached over `new`. */
export function inverseDeeds(before: ItemTriage, deed: TriageDeed): TriageDeed[] {
  if (deed.kind === 'mark') return [{ kind: 'unmark', label: deed.label }]
  if (deed.kind === 'unmark') return [{ kind: 'mark', label: deed.label }]
  if (before.state === 'opened') return [{ kind: 'renew' }, { kind: 'open' }]
  const kinds = { new: 'renew', picked: 'pick', parked: 'park', skipped: 'skip' } as const
  return [{ kind: kinds[before.state] }]
}

/** A key pressed twice takes its deed back: a picked item is new again, a mark is taken off. */
export function toggleDeed(triage: ItemTriage, deed: TriageDeed): TriageDeed {
  if (deed.kind === 'mark' && triage.marks.includes(deed.label)) return { kind: 'unmark', label: deed.label }
  if (deed.kind === 'pick' || deed.kind === 'park' || deed.kind === 'skip')
    return triage.state === states[deed.kind] ? { kind: 'renew' } : deed
  return deed
}
