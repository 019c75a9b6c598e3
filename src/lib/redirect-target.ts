// In: an answer to a request. Out: where it sends us on to.

import { findHeader, type HttpResponse } from './http.ts'

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** The absolute address of a redirect (RFC 9110, 15.4), without its fragment; null when the response is the answer itself. */
export function findRedirectTarget(url: string, response: Pick<HttpResponse, 'status' | 'headers'>): string | null {
  if (!REDIRECTS.has(response.status)) return null
  const location = findHeader(response.headers, 'location')
  // Header values are bytes shown as letters, but addresses in them are mostly UTF-8.
  const target = location === null ? null : URL.parse(Buffer.from(location, 'latin1').toString('utf8'), url)
  if (!target) return null
  target.hash = ''
  return target.href
}
