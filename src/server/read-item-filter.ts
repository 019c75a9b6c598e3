// In: the filters of a list as they stand in the address. Out: what the store is asked for.
// Country and alignment are said of outlets, so they become outlets here.

import { parseId } from '../domain/id.ts'
import { statementOn, type OutletId, type StoredOutlet } from '../domain/outlet.ts'
import type { ItemState } from '../domain/feed.ts'
import type { TriageState } from '../domain/triage.ts'
import type { Db } from '../store/db.ts'
import type { ItemFilter } from '../store/item-filter.ts'
import { listOutlets } from '../store/outlets.ts'
import { listStatements } from '../store/statements.ts'
import { dayOf } from './present/statements.ts'

const DAY_MS = 86_400_000

export type FilterWish = {
  readonly outlet?: string[] | undefined
  readonly alignment?: string[] | undefined
  readonly country?: string[] | undefined
  readonly language?: string[] | undefined
  readonly state?: ItemState[] | undefined
  readonly triage?: TriageState[] | undefined
  readonly mark?: string | undefined
  readonly day?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export async function readItemFilter(db: Db, wish: FilterWish, now: number): Promise<ItemFilter> {
  const { state, triage, mark } = wish
  const from = wish.from ?? wish.day
  const to = wish.to ?? wish.day
  const isByOutlet = wish.outlet ?? wish.country ?? wish.alignment
  return {
    ...(isByOutlet && { outlets: (await loadSpeakers(db, now)).filter(fitsSpeaker(wish)).map(({ id }) => id) }),
    ...(wish.language && { languages: wish.language.map((tag) => (tag === 'none' ? null : tag)) }),
    ...(state && { states: state }),
    ...(triage && { triage }),
    ...(mark !== undefined && { mark: mark.normalize('NFC') }),
    ...(from !== undefined && { from: Date.parse(from) }),
    ...(to !== undefined && { until: Date.parse(to) + DAY_MS }),
  }
}

/** What the filters know of an outlet; null = not known, not stated. */
export type Speaker = Pick<StoredOutlet, 'id' | 'name' | 'country'> & { readonly alignment: string | null }

/** All outlets, with the alignment that is stated of them today. */
export async function loadSpeakers(db: Db, now: number): Promise<Speaker[]> {
  const statements = Map.groupBy(await listStatements(db), (statement) => statement.outletId)
  const today = dayOf(now)
  return (await listOutlets(db)).map(({ id, name, country }) => {
    const alignment = statementOn(statements.get(id) ?? [], 'alignment', today)
    return { id, name, country, alignment: alignment?.value ?? null }
  })
}

type SpeakerField = 'outlet' | 'country' | 'alignment'

/** @param except leaves one of the filters out of account */
export function fitsSpeaker(wish: FilterWish, except?: SpeakerField): (speaker: Speaker) => boolean {
  const outlets = wish.outlet && new Set(wish.outlet.flatMap((text) => parseId<'outlet'>(text) ?? []))
  const isIn = (list: string[] | undefined, value: string | null) => !list || list.includes(value ?? 'none')
  return ({ id, country, alignment }) =>
    (except === 'outlet' || !outlets || outlets.has(id as OutletId)) &&
    (except === 'country' || isIn(wish.country, country)) &&
    (except === 'alignment' || isIn(wish.alignment, alignment))
}
