// A capture is the preserved bytes of one visit. It is written once and never altered.

import type { Id } from './id.ts'
import type { ItemId } from './feed.ts'

export type CaptureId = Id<'capture'>

/** One step of the way to the page. */
export type Hop = { readonly url: string; readonly status: number; readonly location: string | null }

/** Where a WARC record lies: in `file` (a name inside the archive), `length` bytes from `offset`. */
export type ArchivePlace = { readonly file: string; readonly offset: number; readonly length: number }

export type Capture = {
  readonly id: CaptureId
  readonly itemId: ItemId
  /** The address asked for, and the one that answered. */
  readonly url: string
  readonly finalUrl: string
  readonly redirects: readonly Hop[]
  readonly status: number
  /** Header lines of the final response in the order and letter case received. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly contentType: string | null
  readonly requestedAt: number
  /** SHA-256 of the payload as received (content-coded, not transfer-coded), lower-case hex. */
  readonly digest: string
  /** Payload bytes as received, and after undoing the content coding. */
  readonly size: number
  readonly decodedSize: number
  readonly remoteAddress: string | null
  readonly place: ArchivePlace
  /** Name and version of the software that made the capture. */
  readonly tool: string
}

/** One line of the custody log. `digest` covers all other fields and `previous`, so that no line can be changed unseen. */
export type CustodyEntry = {
  readonly sequence: number
  readonly at: number
  readonly actor: string
  readonly deed: 'capture' | 'verify' | 'import' | 'restore' | 'repair' | 'rebuild' | 'image'
  readonly subject: string
  readonly details: Readonly<Record<string, string | number | boolean | null>>
  readonly previous: string
  readonly digest: string
}
