// Reads pages and does nothing else, in a thread as cold as the pipeline's own: what the whole is compared with.
// In: packed pages, as workerData. Out: one message when all are read.

import { parentPort, workerData } from 'node:worker_threads'
import { decodeBody } from '../src/lib/decode-body.ts'
import { readPage } from '../src/read/read-page.ts'

export type PackedPage = { readonly url: string; readonly payload: Uint8Array }

const pages = workerData as readonly PackedPage[]
let letters = 0
for (const { url, payload } of pages) {
  const decoded = await decodeBody(payload, 'gzip', 1 << 26)
  if (decoded.kind !== 'decoded') continue
  const reading = await readPage(decoded.body, { url, contentType: 'text/html', budgetMs: 10_000, now: Date.now() })
  letters += reading.text.length
}
parentPort?.postMessage(letters)
