// The thread in which pages are read: what hangs or grows here can be stopped without harm to anything else.

import { parentPort } from 'node:worker_threads'
import { decodeBody } from '../lib/decode-body.ts'
import type { PageReading } from '../domain/reading.ts'
import { readPage } from './read-page.ts'
import { unreadable } from './unreadable.ts'
import type { ReadTask } from './read-task.ts'

/** Said of every page whose coding ends early, however good what came out of it looks. */
const BREAKS_OFF = 'The bytes of the page break off before its end: what followed is not here.'

async function answer(task: ReadTask): Promise<PageReading> {
  const decoded = await decodeBody(task.payload, task.contentEncoding, task.maxBytes)
  if (decoded.kind === 'too-large') return unreadable('The page unpacks to more than is read.')
  if (decoded.kind === 'unreadable') return unreadable(decoded.reason)
  const reading = await readPage(decoded.body, task)
  return decoded.whole ? reading : { ...reading, notes: [BREAKS_OFF, ...reading.notes] }
}

parentPort?.on('message', (task: ReadTask) => {
  answer(task).then(
    (reading) => parentPort?.postMessage(reading),
    (error: unknown) =>
      parentPort?.postMessage(
        unreadable(`The reader failed: ${error instanceof Error ? error.message : 'no reason given'}`),
      ),
  )
})
