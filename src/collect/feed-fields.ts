// Reading single fields of a feed or an entry.

import { parseFeedDate } from './parse-feed-date.ts'
import { firstChild, innerText, ownText, type XmlElement } from './xml-element.ts'

/** The first of these child elements that holds a date. */
export function firstDate(element: XmlElement, names: readonly string[]): number | null {
  for (const name of names) {
    const child = firstChild(element, name)
    const date = child && !child.cut ? parseFeedDate(ownText(child)) : null
    if (date !== null) return date
  }
  return null
}

/**
 * The element's text with base64 undone where there must be any: Atom 0.3 says so by `mode`,
 * Atom 1.0 by a media type that is neither text nor XML (RFC 4287, section 4.1.3.3).
 */
export function elementText(element: XmlElement): string {
  const text = innerText(element)
  const type = element.attributes.type ?? ''
  const isBinary = type.includes('/') && !/^text\/|[/+]xml|json/i.test(type)
  if (element.attributes.mode !== 'base64' && !isBinary) return text
  if (!/^[a-z0-9+/=\s]+$/i.test(text)) return text
  const decoded = Buffer.from(text, 'base64').toString('utf8')
  return decoded.includes('\ufffd') ? text : decoded
}
