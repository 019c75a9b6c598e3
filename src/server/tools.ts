// What the server needs of the house. The lead room (tools.ts at the root) puts it together;
// tests put together their own, on a real database.

import type { Capture } from '../domain/capture.ts'
import type { Db } from '../store/db.ts'
import type { SearchIndex } from '../store/search/search-index.ts'
import type { FileToAdd } from '../collect/add-page.ts'
import type { Discovery } from '../collect/discover.ts'
import type { InputTools } from '../desk/import/read-input.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { EventHub } from './event-hub.ts'
import type { EngineChoice, NamedEngine } from '../translate/engines/engine-choices.ts'
import type { Added } from './shapes/addition.ts'
import type { Verification } from './shapes/capture.ts'
import type { HostAllowance } from '../lib/url-guard.ts'
import type { DiskState } from './shapes/status.ts'

/** The bytes of a capture's page, content coding undone; or why they cannot be had. */
export type PageBytes =
  | { readonly kind: 'bytes'; readonly body: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** An engine without its key. `endpoint`: host and port alone. `identity`: by which its costs are counted. */
export type ShownEngine = Omit<EngineChoice, 'key'> & { readonly identity?: string }

export type ServerTools = {
  readonly db: Db
  readonly queue: Queue
  readonly search: Pick<SearchIndex, 'search' | 'counts' | 'countHits' | 'size' | 'upsert'>
  readonly events: EventHub
  readonly now: () => number
  readonly about: { readonly version: string; readonly home: string; readonly startedAt: number }
  /** The name under which statements are signed when none is given. */
  readonly analyst: string
  /** Why alerts cannot be sent by mail, for a person; null = they can. */
  readonly mailProblem: string | null
  /** Hosts that may be asked although they are not public. */
  readonly allowHosts: readonly HostAllowance[]
  /** False when a host name surely leads nowhere. */
  readonly hostExists?: (hostname: string) => Promise<boolean>
  /** The largest file a person may upload. */
  readonly maxFileBytes: number
  readonly readDisk: () => Promise<DiskState>
  readonly measureArchive: () => Promise<{ readonly files: number; readonly bytes: number }>
  readonly readPage: (capture: Capture) => Promise<PageBytes>
  /** The response record as it lies in the WARC file, compressed or not, ready for any WARC reader. */
  readonly readRecord: (capture: Capture) => Promise<Uint8Array>
  /** Reads the bytes again, compares digests, and writes the result into the custody log. */
  readonly verifyCapture: (capture: Capture) => Promise<Verification>
  /** New work waits in the queue: the corridor may look at once. */
  readonly wake: () => void
  /** Looks at an outlet's address over the network; keeps nothing. */
  readonly discover: (address: string) => Promise<Discovery>
  readonly addFile: (file: FileToAdd) => Promise<Added>
  /** What reading a file for import needs of other rooms. */
  readonly importTools: InputTools
  /** How pages are translated as far as the configuration says; what the settings say comes before it. Absent = no engines. */
  readonly translation?: {
    readonly to: string
    readonly isAutomatic: boolean
    readonly engines: readonly ShownEngine[]
    /** The same engines, ready to be asked. */
    readonly open?: () => readonly NamedEngine[]
  }
}
