// In: what the pipeline did. Out: the latest of it to every open page, as fast as each can take it.
// A page that falls behind gets the newest state, never a growing backlog.

import type { Deed, DeskEvent, ItemsEvent } from './shapes/event.ts'

const DEEDS_KEPT = 20

export type EventListener = {
  /** The events waiting, at most one of each name; asking empties the list. */
  take(): DeskEvent[]
  leave(): void
}

export type EventHub = {
  publish(event: DeskEvent): void
  /** One thing was done or failed; it stands in the next `progress`. */
  noteDeed(deed: Deed): void
  lastDeeds(): readonly Deed[]
  /** How often something was noted or published: unchanged means that nothing happened. */
  revision(): number
  /** `onWaiting` is called when there is something to take. The latest progress waits already. */
  listen(onWaiting: () => void): EventListener
  listeners(): number
}

export function createEventHub(): EventHub {
  const rooms = new Set<(event: DeskEvent) => void>()
  let deeds: Deed[] = []
  let revision = 0
  let latestProgress: DeskEvent | undefined

  return {
    publish(event) {
      revision++
      if (event.name === 'progress') latestProgress = event
      for (const tell of rooms) tell(event)
    },
    noteDeed(deed) {
      revision++
      deeds = [deed, ...deeds].slice(0, DEEDS_KEPT)
    },
    lastDeeds: () => deeds,
    revision: () => revision,
    listeners: () => rooms.size,
    listen(onWaiting) {
      const waiting = new Map<string, DeskEvent>()
      if (latestProgress) waiting.set(latestProgress.name, latestProgress)
      const tell = (event: DeskEvent) => {
        waiting.set(event.name, mergeEvents(waiting.get(event.name), event))
        onWaiting()
      }
      rooms.add(tell)
      return {
        take() {
          const events = [...waiting.values()]
          waiting.clear()
          return events
        },
        leave: () => void rooms.delete(tell),
      }
    },
  }
}

const MOST_NAMED = 1000

type Changes<Item> = { readonly changed: Item[] | null }

/** Each item once, as it stands in the newer event; too many are no longer named. */
function mergeChanges<Item extends { readonly id: string }, Event extends Changes<Item>>(
  older: Changes<Item>,
  newer: Event,
): Event {
  if (older.changed === null || newer.changed === null) return { ...newer, changed: null }
  const items = new Map([...older.changed, ...newer.changed].map((item) => [item.id, item]))
  return { ...newer, changed: items.size > MOST_NAMED ? null : [...items.values()] }
}

/** The newer event, with what the page has not heard of the older one: new items add up. */
function mergeEvents(older: DeskEvent | undefined, newer: DeskEvent): DeskEvent {
  if (older?.name === 'triage' && newer.name === 'triage')
    return { name: 'triage', data: mergeChanges(older.data, newer.data) }
  if (older?.name === 'translations' && newer.name === 'translations')
    return { name: 'translations', data: mergeChanges(older.data, newer.data) }
  if (older?.name !== 'items' || newer.name !== 'items') return newer
  const data: ItemsEvent = { ...newer.data, new: older.data.new + newer.data.new }
  return { name: 'items', data }
}
