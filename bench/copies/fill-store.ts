// Fills a store of copies with documents as large as real ones, fast enough for a million of them: their records are
// those of real texts, their keys are dice. Some keys are common, as names and set phrases are.

import type { CopyStore } from '../../src/store/copies/copy-store.ts'
import { hashText } from '../../src/understand/copies/print-text.ts'
import { encodeSketch, sketchDocument } from '../../src/understand/copies/sketch-document.ts'
import { createRandom } from '../search-corpus.ts'
import { pressDocument } from './press-document.ts'

const PRINTS = 16
const FACTS = 14
const A_TRANSACTION = 1_000
const PATTERNS = 400

/** @param from, to numbers of the documents to add */
export async function fillStore(
  store: CopyStore,
  from: number,
  to: number,
  onProgress: (done: number) => void,
): Promise<void> {
  const random = createRandom(from + 1)
  const records = Array.from({ length: PATTERNS }, (_, at) =>
    encodeSketch(sketchDocument(pressDocument(1e9 + at)).sketch),
  )
  const anyKey = () => Math.floor(random() * 2 ** 32)
  // One key in ten is one of twenty thousand that stand in many documents.
  const someKey = () => (random() < 0.1 ? hashText(`common ${Math.floor(20_000 ** random())}`) : anyKey())
  for (let at = from; at < to; at += A_TRANSACTION) {
    await store.together(async () => {
      for (let no = at; no < Math.min(to, at + A_TRANSACTION); no++) {
        const keys = Array.from({ length: PRINTS + FACTS }, someKey)
        await store.add({ id: `filler-${no}`, keys, record: records[no % PATTERNS] ?? new Uint8Array() })
      }
    })
    onProgress(Math.min(to, at + A_TRANSACTION))
  }
}
