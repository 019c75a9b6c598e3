// Ids are plain strings at run time and different types at compile time,
// so a FeedId can never reach a function that wants an ItemId.

export type Id<Of extends string> = string & { readonly __id: Of }

/**
 * A new id: UUID version 7 (RFC 9562), so that ids made later sort later and
 * rows written together lie together on disk.
 *
 * @param now milliseconds since 1970, UTC
 * @param random ten random bytes; the default asks the platform
 */
export function newId<Of extends string>(
  now: number,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): Id<Of> {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.max(0, Math.floor(now))) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Of>
}

/** The one door by which text from outside becomes an id. `undefined` when it is not one. */
export function parseId<Of extends string>(text: string): Id<Of> | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as Id<Of>) : undefined
}
