// In: an IP address as text. Out: what keeps us from connecting to it, or null for a public address.
// Why: a feed or a redirect may name the machine Dragoman runs on, its network or a cloud's metadata service,
// and whatever answers there would be archived and shown. Only what the whole internet can reach may be fetched.
// The ranges are those of the IANA special-purpose registries (RFC 6890 and its updates).

import { isIPv4, isIPv6 } from 'node:net'

type Range = readonly [network: string, bits: number, name: string]

const refusedIPv4: readonly Range[] = [
  ['0.0.0.0', 8, 'this network'],
  ['10.0.0.0', 8, 'private network'],
  ['100.64.0.0', 10, 'carrier network'],
  ['127.0.0.0', 8, 'this machine'],
  ['168.63.129.16', 32, 'cloud metadata'],
  ['169.254.0.0', 16, 'link-local network'],
  ['172.16.0.0', 12, 'private network'],
  ['192.0.0.0', 24, 'protocol assignments'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, '6to4 relay'],
  ['192.168.0.0', 16, 'private network'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
]

const masked = (value: number, bits: number): number => Math.floor(value / 2 ** (32 - bits))

const ipv4Table = refusedIPv4.map(([network, bits, name]) => ({ prefix: masked(toNumber(network), bits), bits, name }))

/**
 * Why an address may not be connected to, in a few words (`this machine`, `private network` …), or null when it is
 * public. Takes textual addresses only: a name, or anything unreadable, is refused as `not an address`.
 */
export function findRefusal(address: string): string | null {
  if (isIPv4(address)) return refuseIPv4(toNumber(address))
  if (!isIPv6(address)) return 'not an address'
  if (address.includes('%')) return 'link-local network'
  return refuseIPv6(toGroups(address))
}

function refuseIPv4(value: number): string | null {
  return ipv4Table.find((range) => masked(value, range.bits) === range.prefix)?.name ?? null
}

function refuseIPv6(groups: readonly number[]): string | null {
  const [a = 0, b = 0] = groups
  const embedded = ((groups[6] ?? 0) * 65_536 + (groups[7] ?? 0)) >>> 0
  const startsWith = (...prefix: number[]) => prefix.every((group, index) => groups[index] === group)

  // Mapped addresses and NAT64 reach the IPv4 address in their last 32 bits, so that one is judged.
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return refuseIPv4(embedded)
  if (startsWith(0, 0, 0, 0, 0, 0, 0)) return groups[7] === 1 ? 'this machine' : 'reserved'
  if ((a & 0xfe00) === 0xfc00) return 'private network'
  if ((a & 0xff80) === 0xfe80) return 'link-local network'
  if ((a & 0xff00) === 0xff00) return 'multicast'
  if ((a & 0xe000) !== 0x2000) return 'reserved'
  // Tunnels lead to whatever IPv4 address they carry.
  if (a === 0x2002) return '6to4 tunnel'
  if (a === 0x2001 && b === 0) return 'Teredo tunnel'
  if (a === 0x2001 && b < 0x200) return 'protocol assignments'
  if (a === 0x2001 && b === 0xdb8) return 'documentation'
  if (a === 0x3fff && b < 0x1000) return 'documentation'
  return null
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

/** The eight 16-bit groups of an IPv6 address that `isIPv6` has accepted. */
function toGroups(address: string): number[] {
  const [head = '', tail] = withoutDottedTail(address).split('::')
  const left = readGroups(head)
  if (tail === undefined) return left
  const right = readGroups(tail)
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
}

function withoutDottedTail(address: string): string {
  const at = address.lastIndexOf(':') + 1
  const last = address.slice(at)
  if (!last.includes('.')) return address
  const value = toNumber(last)
  return `${address.slice(0, at)}${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`
}

function readGroups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
