// The list a person came from, so that the reader can step to its next or previous item.

let trail: readonly string[] = []

export function layTrail(ids: readonly string[]) {
  trail = ids
}

/** Neighbours of an item in the list it was opened from, and its place there. */
export function neighboursOf(id: string): { before: string | null; after: string | null; at: number; of: number } {
  const at = trail.indexOf(id)
  if (at < 0) return { before: null, after: null, at: 0, of: 0 }
  return { before: trail[at - 1] ?? null, after: trail[at + 1] ?? null, at: at + 1, of: trail.length }
}
