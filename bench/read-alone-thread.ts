// Reads pages and does nothing else, in a thread like the pipeline's own: what the whole is compared with.
// In: messages, each a list of pages, or `read`. Out: a message when the list is there, and one when all of it is read.

import { parentPort } from 'node:worker_threads'
import { decodeBody } from '../src/lib/decode-body.ts'
import { readPage } from '../src/read/read-page.ts'
import type { ReadTask } from '../src/read/read-task.ts'

let tasks: readonly ReadTask[] = []

async function readAll(): Promise<number> {
  let letters = 0
  for (const task of tasks) {
    const decoded = await decodeBody(task.payload, task.contentEncoding, task.maxBytes)
    if (decoded.kind === 'decoded') letters += (await readPage(decoded.body, task)).text.length
  }
  return letters
}

parentPort?.on('message', (message: readonly ReadTask[] | 'read') => {
  if (message === 'read') return void readAll().then((letters) => parentPort?.postMessage(letters))
  tasks = message
  parentPort?.postMessage(tasks.length)
})
