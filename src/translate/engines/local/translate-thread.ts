// A thread that loads one model at a time and translates with it. It can be stopped from outside while it computes, and with
// it goes all the memory that it holds. Nothing is fetched here: what is not in the folder is not there.

import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { matchCode } from '../language-codes.ts'

export type LocalTask = {
  /** The file of the library. */
  readonly library: string
  readonly folder: string
  readonly model: string
  readonly precision: string
  readonly segments: readonly string[]
  readonly from: string
  readonly to: string
}

export type LocalAnswer =
  | { readonly kind: 'said'; readonly targets: readonly string[] }
  | { readonly kind: 'failed'; readonly at: 'library' | 'model' | 'languages' | 'translation' }

type Pipe = {
  (texts: string[], options: Record<string, unknown>): Promise<unknown>
  readonly tokenizer?: { readonly language_codes?: unknown }
  readonly dispose?: () => Promise<unknown>
}
type Wasm = { wasmPaths?: unknown; numThreads?: number }
type Library = {
  readonly env: {
    logLevel?: number
    allowRemoteModels?: boolean
    allowLocalModels?: boolean
    useFSCache?: boolean
    useWasmCache?: boolean
    localModelPath?: string
    fetch?: unknown
    readonly backends: { readonly onnx?: { readonly versions?: { readonly web?: string }; readonly wasm?: Wasm } }
  }
  readonly pipeline: (task: string, model: string, options: Record<string, unknown>) => Promise<Pipe>
}

const ONLY_ERRORS = 40
/** Room for languages that say it longer; a model that goes on and on is stopped there. */
const MOST_TOKENS = 400

let opened: { readonly key: string; readonly pipe: Pipe } | undefined

async function answer(task: LocalTask): Promise<LocalAnswer> {
  const library = openLibrary(task)
  if (!library) return { kind: 'failed', at: 'library' }
  const pipe = await openModel(library, task).catch(() => undefined)
  if (!pipe) return { kind: 'failed', at: 'model' }
  const languages = nameLanguages(pipe, task)
  if (!languages) return { kind: 'failed', at: 'languages' }
  try {
    const said = await pipe([...task.segments], { max_new_tokens: MOST_TOKENS, ...languages })
    return { kind: 'said', targets: Array.isArray(said) ? said.flatMap(textOf) : [] }
  } catch {
    return { kind: 'failed', at: 'translation' }
  }
}

function openLibrary({ library, folder }: LocalTask): Library | undefined {
  const require = createRequire(library)
  try {
    const loaded: unknown = require(library)
    if (!isLibrary(loaded)) return undefined
    const { env } = loaded
    Object.assign(env, {
      logLevel: ONLY_ERRORS,
      allowRemoteModels: false,
      allowLocalModels: true,
      useFSCache: false,
      useWasmCache: false,
      localModelPath: folder,
      fetch: () => Promise.reject(new Error('Local models fetch nothing.')),
    })
    const { versions, wasm } = env.backends.onnx ?? {}
    // The runtime in WebAssembly would load itself from a server of others.
    if (versions?.web !== undefined && wasm) {
      wasm.wasmPaths = `${pathToFileURL(dirname(require.resolve('onnxruntime-node'))).href}/`
      wasm.numThreads = 1
    }
    return loaded
  } catch {
    return undefined
  }
}

/** One at a time: two large models would not fit where one does. */
async function openModel(library: Library, { folder, model, precision }: LocalTask): Promise<Pipe> {
  const key = JSON.stringify([folder, model, precision])
  if (opened?.key === key) return opened.pipe
  await opened?.pipe.dispose?.()
  opened = undefined
  const pipe = await library.pipeline('translation', model, { dtype: precision, local_files_only: true })
  opened = { key, pipe }
  return pipe
}

/** Models of many languages have names of their own for them (NLLB: `pes_Arab`); undefined = not this one. */
function nameLanguages({ tokenizer }: Pipe, { from, to }: LocalTask): Record<string, string> | undefined {
  const codes = tokenizer?.language_codes
  if (!Array.isArray(codes) || codes.length === 0) return {}
  const names = codes.filter((code) => typeof code === 'string')
  const [source, target] = [matchCode(from, names, 'source'), matchCode(to, names, 'target')]
  return source === undefined || target === undefined ? undefined : { src_lang: source, tgt_lang: target }
}

function isLibrary(value: unknown): value is Library {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pipeline' in value &&
    typeof value.pipeline === 'function' &&
    'env' in value
  )
}

function textOf(one: unknown): string[] {
  if (Array.isArray(one)) return one.slice(0, 1).flatMap(textOf)
  if (typeof one !== 'object' || one === null || !('translation_text' in one)) return []
  return typeof one.translation_text === 'string' ? [one.translation_text] : []
}

parentPort?.on('message', (task: LocalTask) => {
  void answer(task).then((said) => parentPort?.postMessage(said))
})
