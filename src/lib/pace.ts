// In: hosts and the least time between two requests to each. Out: turns, in the order they were asked for.
// Why count from the last real start and not from a timetable: when a turn comes late, the next must not catch up with it.

export type Pacer = {
  /** Resolves when a request to `host` may start, `paceMs` or more after the one before it. */
  wait(host: string, paceMs?: number): Promise<void>
  /**
   * Runs `deed` alone at its host, `paceMs` or more after the one before it has ended: however long connecting took,
   * the host never sees two requests closer than the pace.
   */
  inTurn<Result>(host: string, paceMs: number | undefined, deed: () => Promise<Result>): Promise<Result>
  /** Hosts that are remembered at the moment. */
  readonly size: number
}

export type PacerOptions = {
  /** Milliseconds of a clock; one that only goes forward is best. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<unknown>
  readonly defaultPaceMs: number
}

type Line = { tail: Promise<unknown>; waiting: number; last: number; paceMs: number }

const SMALLEST_SWEEP = 1_000

/** Makes a pacer. It remembers a host only while somebody waits for it or its last pace has not passed. */
export function createPacer({ now, sleep, defaultPaceMs }: PacerOptions): Pacer {
  const lines = new Map<string, Line>()
  let sweepAt = SMALLEST_SWEEP

  const sweep = () => {
    for (const [host, line] of lines) if (line.waiting === 0 && now() - line.last >= line.paceMs) lines.delete(host)
    sweepAt = Math.max(SMALLEST_SWEEP, lines.size * 2)
  }

  const join = (host: string): Line => {
    const known = lines.get(host)
    if (known) return known
    if (lines.size >= sweepAt) sweep()
    const line = { tail: Promise.resolve(), waiting: 0, last: Number.NEGATIVE_INFINITY, paceMs: 0 }
    lines.set(host, line)
    return line
  }

  const inTurn: Pacer['inTurn'] = (host, paceMs = defaultPaceMs, deed) => {
    const line = join(host)
    line.waiting += 1
    const turn = line.tail.then(async () => {
      await passPace(line, paceMs, now, sleep)
      return deed()
    })
    const leave = () => {
      line.waiting -= 1
      line.last = Math.max(line.last, now())
    }
    line.tail = turn.then(leave, leave)
    return turn
  }

  return {
    inTurn,
    wait: (host, paceMs) => inTurn(host, paceMs, () => Promise.resolve()),
    get size() {
      return lines.size
    },
  }
}

async function passPace(line: Line, paceMs: number, now: () => number, sleep: PacerOptions['sleep']): Promise<void> {
  for (let left = line.last + paceMs - now(); left > 0; left = line.last + paceMs - now()) {
    // More than a whole pace left means that the clock was set back.
    if (left > paceMs) line.last = now()
    await sleep(Math.min(left, paceMs))
  }
  line.paceMs = Math.max(line.paceMs, paceMs)
  line.last = now()
}
