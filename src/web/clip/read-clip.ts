// In: what stands behind `#` in the address, written by a bookmark on any page of the web. Out: what it names, or null.

import type { Clip } from '../../server/shapes/clip.ts'

const MOST_HTML = 8_000_000

const textOf = (value: unknown, most: number): string | null =>
  typeof value === 'string' && value !== '' && value.length <= most ? value : null

/** Only addresses of the web are taken; whatever else a page may have put there is left out. */
export function readClip(hash: string): Clip | null {
  try {
    const given: unknown = JSON.parse(decodeURIComponent(hash.replace(/^#/, '')))
    if (typeof given !== 'object' || given === null) return null
    const { url, title, html } = given as Record<string, unknown>
    const address = new URL(textOf(url, 4096) ?? '')
    if (address.protocol !== 'http:' && address.protocol !== 'https:') return null
    return { url: address.href, title: textOf(title, 2000), html: textOf(html, MOST_HTML) }
  } catch {
    return null
  }
}
