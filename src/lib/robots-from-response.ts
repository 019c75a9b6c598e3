// In: how the request for a robots.txt ended. Out: what the site says to visitors (RFC 9309, 2.3.1).
// Why a silent site is refused: who cannot be asked has not agreed. Who answers that there is no such file has.

import { decodeBody } from './decode-body.ts'
import { findHeader } from './http-message.ts'
import type { HttpResult } from './http-message.ts'
import { MOST_ROBOTS_BYTES, parseRobots } from './robots.ts'
import type { Robots } from './robots.ts'

/** The largest robots.txt to ask for. Of a longer one the first 500 KiB would count, but nobody honest sends it. */
export const MOST_ROBOTS_RESPONSE_BYTES = 4 * MOST_ROBOTS_BYTES

/**
 * Reads the answer to a request for /robots.txt, redirects walked: 2xx is read, 4xx and endless redirects allow all,
 * 5xx, 429 (which is no answer but a plea for time) and an unreachable site refuse all until asked again.
 */
export async function robotsFromResponse(result: HttpResult): Promise<Robots> {
  if (result.kind === 'failed') return refuseAll(`robots.txt could not be fetched: ${result.reason}`)
  const { status } = result
  if (status >= 500 || status === 429) return refuseAll(`robots.txt was answered with status ${status}.`)
  if (status >= 400) return allowAll(`There is no robots.txt (status ${status}).`)
  if (status >= 300) return allowAll('robots.txt redirects without end, which counts as none.')
  const coding = findHeader(result.headers, 'content-encoding')
  const decoded = await decodeBody(result.body, coding, MOST_ROBOTS_RESPONSE_BYTES)
  if (decoded.kind !== 'decoded') return refuseAll('robots.txt was sent, but could not be unpacked.')
  return parseRobots(new TextDecoder().decode(decoded.body.subarray(0, MOST_ROBOTS_BYTES)))
}

const refuseAll = (reason: string): Robots => ({ kind: 'all-refused', reason })
const allowAll = (reason: string): Robots => ({ kind: 'all-allowed', reason })
