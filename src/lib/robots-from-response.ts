// In: how the request for a robots.txt ended. Out: what the site says to visitors (RFC 9309, 2.3.1).
// Why a silent site is refused: who cannot be asked has not agreed. Who answers that there is no such file has.

import type { FailureKind } from '../domain/feed.ts'
import { decodeBody } from './decode-body.ts'
import { findHeader } from './http-message.ts'
import type { HttpFailure, HttpResult } from './http-message.ts'
import { MOST_ROBOTS_BYTES, parseRobots } from './robots.ts'
import type { Robots } from './robots.ts'

/** The largest robots.txt to ask for. Of a longer one the first 500 KiB would count, but nobody honest sends it. */
export const MOST_ROBOTS_RESPONSE_BYTES = 4 * MOST_ROBOTS_BYTES

/**
 * Reads the answer to a request for /robots.txt, redirects walked: 2xx is read, 4xx and endless redirects allow all,
 * 5xx, 429 (which is no answer but a plea for time) and an unreachable site refuse all until asked again.
 */
export async function robotsFromResponse(result: HttpResult): Promise<Robots> {
  if (result.kind === 'failed') return refuseAfter(result)
  const { status } = result
  if (status >= 500 || status === 429) return refuseAll('http-status', `robots.txt was answered with status ${status}.`)
  if (status >= 400) return allowAll(`There is no robots.txt (status ${status}).`)
  if (status >= 300) return allowAll('robots.txt redirects without end, which counts as none.')
  const coding = findHeader(result.headers, 'content-encoding')
  const decoded = await decodeBody(result.body, coding, MOST_ROBOTS_RESPONSE_BYTES)
  if (decoded.kind !== 'decoded') return refuseAll('unreadable', 'robots.txt was sent, but could not be unpacked.')
  return parseRobots(new TextDecoder().decode(decoded.body.subarray(0, MOST_ROBOTS_BYTES)))
}

/** What stood in the way of robots.txt stands in the way of the page; only its size says nothing of the page's. */
function refuseAfter({ failure, reason }: HttpFailure): Robots {
  if (failure === 'refused-address') return refuseAll(failure, reason)
  return refuseAll(failure === 'too-large' ? 'unreadable' : failure, `robots.txt could not be fetched: ${reason}`)
}

const refuseAll = (failure: FailureKind, reason: string): Robots => ({ kind: 'all-refused', reason, failure })
const allowAll = (reason: string): Robots => ({ kind: 'all-allowed', reason })
