// Ids are plain strings at run time and different types at compile time,
// so a FeedId can never reach a function that wants an ItemId.

export type Id<Of extends string> = string & { readonly __id: Of }

/**
 * A new id: UUID version 7 (RFC 9562), so that ids made later sort later and
 * rows written together lie together on disk.
 *
 * @param now milliseconds since 1970, UTC
 * @param random a UUID version 4, whose random digits are taken; the default asks the platform, which keeps a stock of them
 */
export function newId<Of extends string>(now: number, random: string = crypto.randomUUID()): Id<Of> {
  const time = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0').slice(-12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}` as Id<Of>
}

/** The one door by which text from outside becomes an id. `undefined` when it is not one. */
export function parseId<Of extends string>(text: string): Id<Of> | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as Id<Of>) : undefined
}
