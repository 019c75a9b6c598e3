/** A promise of a bench with what was found. */
export type Bound = {
  readonly what: string
  readonly value: number
  readonly atMost: number
  /** What both are counted in; a ratio when absent. */
  readonly unit?: string
}

/** What a bench module hands back: figures for people and scripts, and which of its promises it broke. */
export type BenchResult = {
  readonly name: string
  readonly figures: Readonly<Record<string, number | string>>
  /** A sentence for each figure that is worse than promised; empty = all hold. */
  readonly broken: readonly string[]
}

/** What every `bench/NAME.bench.ts` exports. Progress and tables go to the console. */
export type Bench = {
  /** One line: what is measured and what is promised. */
  readonly about: string
  /** Arguments with which it ends within a minute or two; without arguments it takes its full size. */
  readonly quick?: readonly string[]
  readonly run: (args: string[]) => Promise<BenchResult>
}

/** Says pass or FAIL of each bound, and gives the broken ones as sentences. */
export function judge(bounds: readonly Bound[]): string[] {
  return bounds.flatMap(({ what, value, atMost, unit = 'times' }) => {
    const holds = value <= atMost
    console.log(`${holds ? 'pass' : 'FAIL'}  ${what}: ${round(value)} ${unit}; at most ${round(atMost)} is promised`)
    return holds ? [] : [`${what}: ${round(value)} ${unit}, ${round(atMost)} is the most.`]
  })
}

/** Prints names and figures below each other. */
export function printFigures(figures: BenchResult['figures']): void {
  const widest = Math.max(...Object.keys(figures).map((name) => name.length))
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${name.padEnd(widest)}  ${typeof value === 'number' ? round(value).padStart(10) : value}`)
  }
}

/** Three digits that mean something, and no more. */
export function round(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
