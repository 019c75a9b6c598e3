// Loading a thousand modules leaves garbage that an idle process would keep for hours, because nothing asks it to collect.
// One full collection, a moment after the start, gives it back to the machine.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const SETTLED_MS = 3_000

/** Collects garbage once in this thread, when loading has settled. Keeps no process alive. */
export function giveBackMemorySoon(ms = SETTLED_MS): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc') // the only way to reach the collector; nothing else of the flag is used
    const collect = runInNewContext('gc') as (options?: { type: 'major'; flavor: 'last-resort' }) => void
    collect({ type: 'major', flavor: 'last-resort' })
  }, ms).unref()
}
