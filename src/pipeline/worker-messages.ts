// What the worker thread says to the process around it.

import type { JobName } from '../domain/job.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { RecoveryFinding } from '../store/archive/recover-archive.ts'

export type WorkerSays =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'ended'
      readonly name: JobName
      readonly words: string
      readonly trouble: boolean
      /** Whose translation may be another one now. */
      readonly translated?: ReadingId
    }
  /** `words` are for people, `detail` for the log. */
  | { readonly kind: 'failed'; readonly name: JobName; readonly words: string; readonly detail: string }
  | { readonly kind: 'halted'; readonly words: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'refilled'; readonly documents: number }
  | { readonly kind: 'recovered'; readonly finding: RecoveryFinding }
