// The search port for a process that must go on answering: what can take long in a large index runs in a thread of its
// own, started at the first need and ended when nobody searches. Newest-first costs the same at any size and stays here.

import { DeskError } from '../../domain/errors.ts'
import { openThreadPool } from '../../lib/thread-pool.ts'
import { threadScript } from '../../lib/thread-script.ts'
import { openFtsIndex, type OpenOptions } from './open-fts-index.ts'
import type { SearchIndex } from './search-index.ts'
import type { SearchAnswer, SearchTask } from './search-task.ts'

/** Up to this many documents nothing takes longer than a few hundredths of a second. */
const LARGE = 20_000
const LONGEST_MS = 60_000
const IDLE_MS = 60_000
const MEGABYTES = 512

/** `large`: from how many documents on the thread is used. */
export type AsideOptions = OpenOptions & { readonly large?: number }

/** Opens or makes the index, like `openFtsIndex`. */
export function openSearchAside(path: string, { large = LARGE, ...options }: AsideOptions = {}): SearchIndex {
  const here = openFtsIndex(path, options)
  const pool = openThreadPool<SearchTask, SearchAnswer>({
    script: threadScript('./search-thread', import.meta.url),
    size: 1,
    timeoutMs: LONGEST_MS,
    idleMs: IDLE_MS,
    maxMegabytes: MEGABYTES,
  })
  const isLarge = createSizeCheck(here, large)

  async function ask(task: SearchTask): Promise<SearchAnswer> {
    const end = await pool.run(task)
    if (end.kind === 'timed-out')
      throw new DeskError('bad-input', 'This search takes too long here. Ask for less: more words, an outlet, a time.')
    if (end.kind === 'crashed') throw new DeskError('internal', `The search broke off: ${end.reason}.`)
    if (end.answer.kind === 'failed') throw new DeskError(end.answer.code, end.answer.message)
    return end.answer
  }

  return {
    ...here,
    async search(query, options) {
      if (options.order === 'newest' || !(await isLarge())) return here.search(query, options)
      const answer = await ask({ kind: 'search', path, query, options })
      return answer.kind === 'search' ? answer.page : here.search(query, options)
    },
    async countHits(query, upTo) {
      if (!(await isLarge())) return here.countHits(query, upTo)
      const answer = await ask({ kind: 'count-hits', path, query, upTo })
      return answer.kind === 'count-hits' ? answer.counted : here.countHits(query, upTo)
    },
    async counts(query, upTo) {
      if (!(await isLarge())) return here.counts(query, upTo)
      const answer = await ask({ kind: 'counts', path, query, upTo })
      return answer.kind === 'counts' ? answer.counts : here.counts(query, upTo)
    },
    async close() {
      await pool.close()
      await here.close()
    },
  }
}

/** Counting a large table takes a moment too, so it is done once a minute, and never again once it was large. */
function createSizeCheck(index: SearchIndex, large: number): () => Promise<boolean> {
  let isLarge = false
  let lookAgainAt = 0
  return async () => {
    if (!isLarge && performance.now() >= lookAgainAt) {
      isLarge = (await index.size()) >= large
      lookAgainAt = performance.now() + IDLE_MS
    }
    return isLarge
  }
}
