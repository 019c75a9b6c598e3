// In: a path as written in a robots.txt rule, and a path as requested. Out: whether the one covers the other.
// Why not a regular expression: patterns come from strangers, and a row of asterisks must not cost more than a plain one.

// The largest search engine cuts lines at about this length too; no address is as long.
const LONGEST_PATTERN = 16_664

/** A rule's path in the form that `matchesPattern` takes: letters beyond ASCII percent-encoded, escapes in upper case. */
export function writePattern(value: string): string {
  return value
    .slice(0, LONGEST_PATTERN)
    .toWellFormed()
    .replace(/[^ -~]+/g, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
}

/** `*` stands for anything, `$` at the end for the end (RFC 9309, 2.2.3); otherwise a rule covers what begins with it. */
export function matchesPattern(path: string, pattern: string): boolean {
  const closed = pattern.endsWith('$')
  const pieces = (closed ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces.shift() ?? ''
  if (!path.startsWith(first)) return false
  const last = closed ? pieces.pop() : undefined
  let at = first.length
  // Taking each piece at its first place leaves the most room for those after it, so no other choice need be tried.
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!closed) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}
