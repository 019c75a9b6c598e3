// Neural models from a folder, by @huggingface/transformers (`dragoman models` says how to get it), in a thread of its own:
// a model at work neither blocks the desk nor holds memory when nobody translates. Nothing is fetched.

import { primaryOf } from '../../lib/primary-of.ts'
import { openThreadPool, type TaskEnd, type ThreadPool } from '../../lib/thread-pool.ts'
import { threadScript } from '../../lib/thread-script.ts'
import { checkTargets } from './ask-engine.ts'
import type { Engine, EngineAnswer, EngineSettings } from './engine.ts'
import { findLibrary } from './local/find-library.ts'
import { findModel } from './local/find-model.ts'
import type { LocalAnswer, LocalTask } from './local/translate-thread.ts'

const NAME = 'The local model'
/** A model that nobody has asked for so long is put away; loading it again takes seconds. */
const IDLE_MS = 60_000
const MOST_HEAP_MEGABYTES = 2_048
/** Beside its weights: what it computes with. */
const WORKING_BYTES = 256 * 1024 * 1024

export type LocalDoor = {
  readonly timeoutMs: number
  readonly idleMs?: number
  /** Bytes that may still be taken. */
  readonly availableMemory?: () => number
  /** The folder when the settings name none. */
  readonly modelsFolder?: string | undefined
  /** Further places where the library may be installed. */
  readonly libraries?: readonly string[]
}

export function localModel(
  { folder: chosen, model }: EngineSettings,
  { timeoutMs, idleMs = IDLE_MS, availableMemory = () => process.availableMemory(), ...door }: LocalDoor,
): Engine {
  const folder = chosen ?? door.modelsFolder
  const nameFor = (from: string, to: string): string => model ?? `opus-mt-${primaryOf(from)}-${primaryOf(to)}`
  let pool: ThreadPool<LocalTask, LocalAnswer> | undefined
  const open = (): ThreadPool<LocalTask, LocalAnswer> =>
    (pool ??= openThreadPool({
      script: threadScript('./local/translate-thread', import.meta.url),
      size: 1,
      timeoutMs,
      idleMs,
      maxMegabytes: MOST_HEAP_MEGABYTES,
    }))

  return {
    id: 'local',
    version: async () => model ?? 'opus-mt',
    most: { segments: 8, characters: 4_000 },
    languages: async () => null,
    async translate({ segments, from, to }) {
      if (from === null) return { kind: 'unsupported', reason: `${NAME} must be told the language of the original.` }
      if (folder === undefined)
        return refuse('No folder of local models is set. Give “folder” in the settings of the engine.')
      const name = nameFor(from, to)
      const found = findModel(folder, name)
      if (found.kind === 'missing')
        return model === undefined ? { kind: 'unsupported', reason: found.reason } : refuse(found.reason)
      const library = findLibrary([folder, ...(door.libraries ?? [])])
      if (library === null)
        return refuse(
          `Local models need the package @huggingface/transformers, which is not installed in ${folder}. Run “dragoman models --install”, or choose another engine.`,
        )
      const lacking = found.bytes + WORKING_BYTES - availableMemory()
      if (lacking > 0)
        return refuse(
          `The model “${name}” needs ${megabytes(lacking)} MB of memory more than this machine has to give.`,
        )
      const task = { library, folder, model: name, precision: found.precision, segments, from, to }
      return explain(await open().run(task), { name, segments, timeoutMs, languages: `${from} to ${to}` })
    },
  }
}

const refuse = (reason: string): EngineAnswer => ({ kind: 'refused', reason })
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

type Asked = {
  readonly name: string
  readonly segments: readonly string[]
  readonly timeoutMs: number
  readonly languages: string
}

function explain(end: TaskEnd<LocalAnswer>, { name, segments, timeoutMs, languages }: Asked): EngineAnswer {
  if (end.kind === 'timed-out') {
    const reason = `The model “${name}” took longer than ${Math.round(timeoutMs / 1000)} s and was stopped.`
    return segments.length > 1 ? { kind: 'too-large', reason } : { kind: 'away', reason }
  }
  if (end.kind === 'crashed')
    return { kind: 'away', reason: `The model “${name}” broke the thread that it ran in: perhaps it is too large.` }
  const { answer } = end
  if (answer.kind === 'said') return checkTargets(NAME, segments, answer.targets, null)
  switch (answer.at) {
    case 'library':
      return refuse(
        'The package @huggingface/transformers is installed, but cannot be loaded. Run “dragoman models --install” again.',
      )
    case 'model':
      return refuse(
        `The model “${name}” cannot be loaded: a file of it is broken, or of a kind that does not translate.`,
      )
    case 'languages':
      return { kind: 'unsupported', reason: `The model “${name}” does not translate from ${languages}.` }
    case 'translation':
      return { kind: 'nonsense', reason: `The model “${name}” could not translate what it was given.` }
  }
}
