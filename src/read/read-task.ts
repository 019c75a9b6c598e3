// What a reading thread is given: bytes as they were captured, and all that is known of them.

export type ReadTask = {
  readonly payload: Uint8Array
  readonly contentEncoding: string | null
  readonly url: string
  readonly contentType: string | null
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** When the page was captured, milliseconds UTC: what «yesterday» on it refers to. */
  readonly now: number
  readonly budgetMs: number
  /** Most bytes after undoing the content coding. */
  readonly maxBytes: number
}
