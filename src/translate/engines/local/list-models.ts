// In: the folder of local models. Out: the models in it, each with whether it is whole.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findModel, type ModelFound } from './find-model.ts'

export type ModelListed = { readonly name: string } & ModelFound

/** Folders that hold a config.json, or hold such folders (`Xenova/opus-mt-ar-en`); by name. */
export function listModels(folder: string): ModelListed[] {
  return foldersIn(folder)
    .flatMap((name) => {
      const inner = foldersIn(join(folder, name)).filter((one) => one !== 'onnx')
      return inner.length === 0 ? [name] : inner.map((one) => `${name}/${one}`)
    })
    .sort()
    .map((name) => ({ name, ...findModel(folder, name) }))
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[\w.-]+$/.test(entry.name) && entry.name !== 'node_modules')
      .map(({ name }) => name)
  } catch {
    return []
  }
}
