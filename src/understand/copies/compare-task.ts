// What goes to the thread that compares, and what comes back.

import type { BatchFindings, CopyBatch } from './compare-batch.ts'

/** `path`: of the store of copies; the thread keeps it open. */
export type CompareTask = CopyBatch & { readonly path: string }

export type CompareAnswer =
  | { readonly kind: 'compared'; readonly findings: BatchFindings }
  | { readonly kind: 'failed'; readonly reason: string; readonly isDiskFull: boolean }
