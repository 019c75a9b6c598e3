// Neural models from a folder, by @huggingface/transformers, which a person may install and Dragoman never does: it is large.
// Nothing is fetched: a model that is not in the folder is not there.

import { join } from 'node:path'
import { existsSync } from 'node:fs'
import { primaryOf } from '../glossary/glossary-term.ts'
import { checkTargets } from './ask-engine.ts'
import type { Engine, EngineSettings } from './engine.ts'

const NAME = 'The local model'
type Pipe = (texts: string[], options: Record<string, unknown>) => Promise<unknown>
type Library = {
  readonly env: { allowRemoteModels?: boolean; allowLocalModels?: boolean; localModelPath?: string }
  readonly pipeline: (task: string, model: string, options: Record<string, unknown>) => Promise<Pipe>
}

/** The name is put together so that nobody bundles, resolves or installs it for us. */
const loadLibrary = (): Promise<unknown> => import(['@huggingface', 'transformers'].join('/'))

/** @param load in place of the installed library, for tests */
export function localModel({ folder, model }: EngineSettings, load: () => Promise<unknown> = loadLibrary): Engine {
  const pipes = new Map<string, Promise<Pipe | string>>()
  const nameFor = (from: string, to: string): string => model ?? `opus-mt-${primaryOf(from)}-${primaryOf(to)}`

  /** The model at work, or why it is not, in a sentence. */
  function open(name: string): Promise<Pipe | string> {
    const known = pipes.get(name)
    if (known) return known
    const opened = openModel(folder, name, load)
    pipes.set(name, opened)
    return opened
  }

  return {
    id: 'local',
    version: async () => model ?? 'opus-mt',
    most: { segments: 8, characters: 4_000 },
    languages: async () => null,
    async translate({ segments, from, to }) {
      if (from === null) return { kind: 'unsupported', reason: `${NAME} must be told the language of the original.` }
      const pipe = await open(nameFor(from, to))
      if (typeof pipe === 'string') return { kind: 'refused', reason: pipe }
      const said: unknown = await pipe([...segments], { src_lang: from, tgt_lang: to }).catch(() => undefined)
      const targets = Array.isArray(said) ? said.flatMap(textOf) : []
      return checkTargets(NAME, segments, targets, null)
    },
  }
}

async function openModel(
  folder: string | undefined,
  name: string,
  load: () => Promise<unknown>,
): Promise<Pipe | string> {
  if (folder === undefined) return 'No folder of local models is set. Give “folder” in the settings of the engine.'
  if (!/^[\w.-]+(?:\/[\w.-]+)?$/.test(name) || name.includes('..'))
    return 'The name of the local model is no name of a folder.'
  if (!existsSync(join(folder, name, 'config.json')))
    return `There is no model “${name}” in ${folder}: its folder must hold config.json.`
  const library = await load().catch(() => undefined)
  if (!isLibrary(library))
    return 'Local models need the package @huggingface/transformers, which is not installed. Install it beside Dragoman, or choose another engine.'
  library.env.allowRemoteModels = false
  library.env.allowLocalModels = true
  library.env.localModelPath = folder
  return library
    .pipeline('translation', name, { local_files_only: true })
    .catch(() => `The model “${name}” in ${folder} cannot be loaded.`)
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
