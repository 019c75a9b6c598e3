// In: an address from outside. Out: where to connect for it, or why we will not.
// Why one place: scheme, port and literal addresses are judged before a name is looked up,
// and the few hosts that are allowed by name (the sample press, a local folder) are matched here and nowhere else.

import { isIP } from 'node:net'
import { findRefusal } from './address-guard.ts'

/**
 * One host name that may be reached although it is not public: requests for `host` go to `address`:`port` and
 * nowhere else. Matched exactly, on addresses without a port or with this very port.
 */
export type HostAllowance = { readonly host: string; readonly address: string; readonly port: number }

/** Where a request goes: `pinned` is the one address it may use, or null when the name must be looked up and vetted. */
export type Destination = {
  readonly kind: 'destination'
  readonly url: URL
  readonly hostname: string
  readonly port: number
  readonly pinned: string | null
}

export type Refusal = { readonly kind: 'refused'; readonly reason: string }

// The ports no browser fetches from (Fetch Standard, "bad port"): other protocols can be made to act on an HTTP request.
const badPorts = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/** Judges an address before anything is sent. URL parsing (WHATWG) undoes every odd spelling of an IP address first. */
export function findDestination(address: string, allow: readonly HostAllowance[]): Destination | Refusal {
  const url = URL.parse(address)
  if (!url) return { kind: 'refused', reason: 'This is not a web address.' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { kind: 'refused', reason: `Only http and https addresses are fetched, not ${url.protocol}` }
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  const allowance = allow.find((one) => one.host === hostname && (url.port === '' || one.port === port))
  if (allowance) return { kind: 'destination', url, hostname, port: allowance.port, pinned: allowance.address }
  if (badPorts.has(port)) return { kind: 'refused', reason: `Port ${port} is not one that web pages are served from.` }
  if (isIP(hostname) === 0) return { kind: 'destination', url, hostname, port, pinned: null }
  const refusal = findRefusal(hostname)
  if (refusal) return { kind: 'refused', reason: describeRefusal(hostname, refusal) }
  return { kind: 'destination', url, hostname, port, pinned: hostname }
}

/** One sentence for a person about an address behind a host that must not be connected to. */
export function describeRefusal(hostname: string, refusal: string): string {
  return `${hostname} leads to an address that is not public (${refusal}), so nothing was fetched from it.`
}
