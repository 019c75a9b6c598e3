// A run's counts, as lines for a person.

import { countOf } from '../lib/count-of.ts'
import type { Output } from './output.ts'
import type { WorkSummary } from './work-through.ts'

const TROUBLES_SHOWN = 12

export function showCounts({ counts, feeds, troubles, failed, seconds }: WorkSummary, out: Output): void {
  out.line(
    `${countOf(counts.outlets, 'outlet')}, ${countOf(counts.feeds, 'feed')}: ${feeds.well} well, ${feeds.quiet} quiet, ${feeds.failing} failing, ${feeds.gone} gone`,
  )
  out.line(
    `${countOf(counts.items, 'item')} noticed, ${countOf(counts.captures, 'capture')} kept, ${countOf(counts.readings, 'reading')}, ${counts.indexed} searchable`,
  )
  out.line(`${seconds} s`)
  if (troubles.length > 0) out.line(`\nWhat went wrong out there (${troubles.length}):`)
  for (const trouble of troubles.slice(0, TROUBLES_SHOWN)) out.line(`  ${trouble}`)
  if (troubles.length > TROUBLES_SHOWN)
    out.line(`  and ${troubles.length - TROUBLES_SHOWN} more: the desk shows all of them under Status`)
  for (const failure of failed) out.line(`  failed, to be tried again: ${failure}`)
}
