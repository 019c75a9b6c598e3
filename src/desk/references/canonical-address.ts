// In: an address as it is printed in a reference. Out: the form by which two prints of one address are known, and its words.

/** `host/path` in lower case without scheme, `www.`, query, fragment, final slash or a `/download` behind an id; null = no address. */
export function canonicalAddress(address: string): string | null {
  const parsed = parseAddress(address)
  if (!parsed) return null
  const path = decode(parsed.pathname)
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:download|print|amp|pdf)?\/?$/, '')
  return `${parsed.hostname.toLowerCase().replace(/^www\./, '')}${path}`
}

const FEWEST_SLUG_WORDS = 3

/** The words of the last part of the path, when it is made of words (`/2023/a-title-like-this/`); '' when it is not. */
export function slugOf(address: string): string {
  const parsed = parseAddress(address)
  const last = decode(parsed?.pathname ?? '')
    .split('/')
    .findLast((part) => part !== '')
  const words = (last ?? '')
    .replace(/\.[a-z]{2,5}$/i, '')
    .split(/[-_ ]+/)
    .filter((word) => /\p{L}/u.test(word))
  return words.length >= FEWEST_SLUG_WORDS ? words.join(' ') : ''
}

/** A year that stands alone in the path, as in `/2024/title/`; null = none. */
export function yearInAddress(address: string): string | null {
  return /\/((?:19|20)\d{2})\//.exec(parseAddress(address)?.pathname ?? '')?.[1] ?? null
}

function parseAddress(address: string): URL | null {
  const trimmed = address.trim()
  return URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // an escape that is none: the print stands for itself
  }
}
