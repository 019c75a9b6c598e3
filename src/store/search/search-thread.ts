// The thread in which long searches run, so that the desk goes on answering meanwhile.

import { parentPort } from 'node:worker_threads'
import { DeskError } from '../../domain/errors.ts'
import { openFtsIndex } from './open-fts-index.ts'
import type { SearchIndex } from './search-index.ts'
import type { SearchAnswer, SearchTask } from './search-task.ts'

const opened = new Map<string, SearchIndex>()

function indexAt(path: string): SearchIndex {
  const index = opened.get(path) ?? openFtsIndex(path)
  opened.set(path, index)
  return index
}

async function answer(task: SearchTask): Promise<SearchAnswer> {
  const index = indexAt(task.path)
  switch (task.kind) {
    case 'search':
      return { kind: 'search', page: await index.search(task.query, task.options) }
    case 'count-hits':
      return { kind: 'count-hits', counted: await index.countHits(task.query, task.upTo) }
    case 'counts':
      return { kind: 'counts', counts: await index.counts(task.query, task.upTo) }
  }
}

function explain(error: unknown): SearchAnswer {
  const { code, message } =
    error instanceof DeskError ? error : new DeskError('internal', 'The search failed by a mistake of ours.')
  return { kind: 'failed', code, message }
}

parentPort?.on('message', (task: SearchTask) => {
  void answer(task)
    .catch(explain)
    .then((said) => parentPort?.postMessage(said))
})
