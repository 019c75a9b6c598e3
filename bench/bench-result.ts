/** What a bench module hands back: figures for people and scripts, and which of its promises it broke. */
export type BenchResult = {
  readonly name: string
  readonly figures: Readonly<Record<string, number | string>>
  /** A sentence for each figure that is worse than promised; empty = all hold. */
  readonly broken: readonly string[]
}
