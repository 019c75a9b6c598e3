// In: words in a short hand of alternatives, `share(?:-bar|s)?|follow`. Out: every word it stands for.

/** Spells out alternatives, groups and optional letters or groups. */
export function expand(source: string): string[] {
  return splitTop(source, '|').flatMap(expandSequence)
}

function expandSequence(source: string): string[] {
  let results = ['']
  for (let at = 0; at < source.length;) {
    const [piece, end] = readPiece(source, at)
    const isOptional = source[end] === '?'
    const choices = isOptional ? ['', ...piece] : piece
    results = results.flatMap((start) => choices.map((choice) => start + choice))
    at = end + (isOptional ? 1 : 0)
  }
  return results
}

/** One letter, one class of letters or one group, with what it may be, and where it ends. */
function readPiece(source: string, at: number): readonly [choices: string[], end: number] {
  if (source.startsWith('(?:', at)) {
    const end = closing(source, at)
    return [expand(source.slice(at + 3, end)), end + 1]
  }
  if (source[at] === '[') {
    const end = source.indexOf(']', at)
    return [Array.from(source.slice(at + 1, end)), end + 1]
  }
  return [[source[at] ?? ''], at + 1]
}

function closing(source: string, at: number): number {
  let depth = 0
  for (let place = at; place < source.length; place++) {
    if (source[place] === '(') depth++
    if (source[place] === ')' && --depth === 0) return place
  }
  return source.length
}

/** Splits at a sign, but not inside groups. */
function splitTop(source: string, sign: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '(') depth++
    else if (source[at] === ')') depth--
    else if (source[at] === sign && depth === 0) {
      parts.push(source.slice(from, at))
      from = at + 1
    }
  }
  parts.push(source.slice(from))
  return parts
}
