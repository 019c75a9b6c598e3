// In: the words of a deed, as `address: what came of it`. Out: the two apart, so that the address can be cut short
// and the outcome never is.

export type DeedWords = {
  /** For the eye: no scheme, escapes read where they are whole; null when the deed names no address. */
  readonly address: string | null
  readonly outcome: string
}

export function splitDeed(words: string): DeedWords {
  const found = /^(?:https?:\/\/|file:\/\/\/)(\S+): ([^]*)$/.exec(words)
  if (found?.[1] === undefined || found[2] === undefined) return { address: null, outcome: words }
  return { address: readEscapes(found[1]), outcome: found[2] }
}

/** Percent-escapes as the letters they stand for; the address as it is when they stand for none. */
function readEscapes(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
