// The words of ISO 28500 (WARC 1.1) that the writer and the reader share.

export type WarcFields = readonly (readonly [name: string, value: string])[]

/** A record to be written. Type, id, date, lengths and digests become fields by themselves. */
export type WarcDraft = {
  readonly type: 'warcinfo' | 'request' | 'response' | 'resource' | 'metadata'
  /** UUID without its `urn:uuid:`. */
  readonly id: string
  /** Milliseconds since 1970, UTC. */
  readonly date: number
  /** Further fields: WARC-Target-URI, WARC-Concurrent-To, Content-Type… */
  readonly fields: WarcFields
  /** For HTTP: start line and headers with the empty line; empty for other content. */
  readonly head: Uint8Array
  readonly payload: Uint8Array
  /** `none` for a payload that is already compressed: it is stored, which costs a fifteenth of packing it again. */
  readonly packing: 'fast' | 'none'
}

/** A record as read. ARC records are told in WARC's words. */
export type ArchivedRecord = {
  /** As the file says it: `WARC/1.0`, `WARC/1.1`, `ARC/1`. */
  readonly format: string
  readonly type: string
  readonly fields: WarcFields
  readonly content: Uint8Array
  /** Bytes of the file that hold this record and no other; null where several share one gzip member. */
  readonly place: { readonly offset: number; readonly length: number } | null
  /** Where the record, or the gzip member around it, begins. */
  readonly offset: number
  /** Things not quite by the book that did no harm. */
  readonly oddities: readonly string[]
}

/** What a reader comes upon. Damage never ends the reading: it goes on at the next record that can be found. */
export type Finding =
  | { readonly kind: 'record'; readonly record: ArchivedRecord }
  | { readonly kind: 'damage'; readonly offset: number; readonly reason: string }

/** The first value of a field, whatever the letter case of its name; null when there is none. */
export function fieldOf(fields: WarcFields, name: string): string | null {
  const wanted = name.toLowerCase()
  for (const [key, value] of fields) if (key.toLowerCase() === wanted) return value
  return null
}

export function warcId(uuid: string): string {
  return `<urn:uuid:${uuid}>`
}
