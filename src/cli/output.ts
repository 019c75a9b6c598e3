// Where a command speaks: results on standard output, everything about the way there on standard error.

import { stripVTControlCharacters } from 'node:util'

export type Output = {
  /** A line of the result. */
  line(text?: string): void
  /** The result as JSON; nothing else goes to standard output then. */
  json(value: unknown): void
  /** How far long work has come. Replaces the previous line on a terminal; printed now and then elsewhere. */
  progress(text: string): void
  /** Something a person should know, which is not the result. */
  note(text: string): void
}

type Stream = { readonly isTTY?: boolean; write(text: string): unknown }

const PROGRESS_EVERY_MS = 2000

/** @param now milliseconds, for pacing progress lines where there is no terminal */
export function createOutput(result: Stream, notes: Stream, now: () => number): Output {
  let shown = ''
  let last = -Infinity

  const clear = (): void => {
    if (shown && notes.isTTY) notes.write('\r\x1b[2K')
    shown = ''
  }

  return {
    line(text = '') {
      clear()
      result.write(`${forTerminal(text)}\n`)
    },
    json(value) {
      clear()
      result.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    progress(text) {
      const line = forTerminal(text)
      if (line === shown) return
      if (notes.isTTY) {
        clear()
        notes.write(line.slice(0, 200))
      } else if (now() - last >= PROGRESS_EVERY_MS) {
        last = now()
        notes.write(`${line}\n`)
      }
      shown = line
    },
    note(text) {
      clear()
      notes.write(`${forTerminal(text)}\n`)
    },
  }
}

/** Text from the web may hold escape codes that move the cursor or rename the window; a terminal must not see them. */
function forTerminal(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  return stripVTControlCharacters(text).replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '')
}
