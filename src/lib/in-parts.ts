/** A list in parts of at most `most`, in its order: for questions that may not grow without bounds. */
export function inParts<Thing>(things: readonly Thing[], most: number): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / most) }, (_, at) => things.slice(at * most, (at + 1) * most))
}
