// How a feed fares, in words.

import type { FeedHealth } from '../domain/feed.ts'

export function describeHealth(health: FeedHealth): string {
  switch (health.kind) {
    case 'never-polled':
      return 'not polled yet'
    case 'well':
      return 'well'
    case 'quiet':
      return `gone quiet: nothing since ${day(health.since)}, usually something every ${Math.max(1, Math.round(health.usualGapHours))} h`
    case 'failing':
      return `failing since ${day(health.since)}: ${health.reason}`
    case 'gone':
      return `gone since ${day(health.since)}: ${health.reason}`
  }
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
