// In: the filters of a list. Out: how many items each further choice would leave, from the counts that the database keeps.

import type { ItemState } from '../domain/feed.ts'
import type { TriageState } from '../domain/triage.ts'
import type { Db } from '../store/db.ts'
import { countByField, countedValues, sumCounts } from '../store/item-filter.ts'
import { fitsSpeaker, loadSpeakers, readItemFilter, type FilterWish, type Speaker } from './read-item-filter.ts'
import type { ItemCounts } from './shapes/item.ts'

export async function countFacets(db: Db, wish: FilterWish, now: number): Promise<ItemCounts> {
  const values = await countedValues(db, await readItemFilter(db, wish, now))
  const speakers = await loadSpeakers(db, now)
  const [triage, states, languages, outlets] = [
    await countByField(db, 'triage', values),
    await countByField(db, 'state', values),
    await countByField(db, 'language', values),
    await countByField(db, 'outlet_id', values),
  ]
  const countOf = (speaker: Speaker) => outlets.get(speaker.id) ?? 0
  const fitting = (except: 'outlet' | 'country' | 'alignment') => speakers.filter(fitsSpeaker(wish, except))
  const state = (name: TriageState) => triage.get(name) ?? 0
  return {
    total: await sumCounts(db, values),
    triage: {
      new: state('new'),
      opened: state('opened'),
      picked: state('picked'),
      parked: state('parked'),
      skipped: state('skipped'),
    },
    states: mostFirst([...states].map(([value, count]) => ({ state: value as ItemState, count }))),
    outlets: mostFirst(
      fitting('outlet').map((speaker) => ({ id: speaker.id, name: speaker.name, count: countOf(speaker) })),
    ),
    languages: mostFirst([...languages].map(([value, count]) => ({ language: value === '' ? null : value, count }))),
    countries: sumBy(fitting('country'), (speaker) => speaker.country, countOf).map(({ value, count }) => ({
      country: value,
      count,
    })),
    alignments: sumBy(fitting('alignment'), (speaker) => speaker.alignment, countOf).map(({ value, count }) => ({
      alignment: value,
      count,
    })),
  }
}

function sumBy(
  speakers: readonly Speaker[],
  valueOf: (speaker: Speaker) => string | null,
  countOf: (speaker: Speaker) => number,
): { value: string | null; count: number }[] {
  const groups = [...Map.groupBy(speakers, valueOf)]
  return mostFirst(
    groups.map(([value, some]) => ({ value, count: some.reduce((sum, speaker) => sum + countOf(speaker), 0) })),
  )
}

function mostFirst<Row extends { readonly count: number }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
}
