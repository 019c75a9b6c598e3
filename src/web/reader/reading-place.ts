// Where a person was in each text, by block, so that a text opened again goes on where it was left.

const KEY = 'dragoman.places'
const MOST = 300

function load(): [string, number][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.filter(
      (pair): pair is [string, number] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
    )
  } catch {
    return []
  }
}

/** The number of the block that stood at the top; 1 = the beginning. */
export function readingPlace(id: string): number {
  return load().find(([each]) => each === id)?.[1] ?? 1
}

export function keepReadingPlace(id: string, block: number) {
  const others = load().filter(([each]) => each !== id)
  const kept = block > 1 ? [...others, [id, block]] : others
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(-MOST)))
  } catch {
    // Without storage the place is forgotten.
  }
}
