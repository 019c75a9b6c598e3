// The thread that holds the store of copies of a home and compares with it: much work, and none of it keeps the queue waiting.

import { parentPort } from 'node:worker_threads'
import { DeskError } from '../../domain/errors.ts'
import type { CopyStore } from '../../store/copies/copy-store.ts'
import { openSqliteCopies } from '../../store/copies/open-sqlite-copies.ts'
import { compareBatch } from './compare-batch.ts'
import type { CompareAnswer, CompareTask } from './compare-task.ts'
import { SKETCH_VERSION } from './sketch-document.ts'

const open = new Map<string, CopyStore>()

async function answer({ path, ...batch }: CompareTask): Promise<CompareAnswer> {
  try {
    const store = open.get(path) ?? openSqliteCopies(path, SKETCH_VERSION)
    open.set(path, store)
    return { kind: 'compared', findings: await compareBatch(store, batch) }
  } catch (error) {
    const isDiskFull = error instanceof DeskError && error.code === 'disk-full'
    return { kind: 'failed', reason: error instanceof Error ? error.message : 'no reason given', isDiskFull }
  }
}

parentPort?.on('message', (task: CompareTask) => void answer(task).then((end) => parentPort?.postMessage(end)))
