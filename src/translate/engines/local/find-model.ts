// In: the folder of local models and the name of one. Out: which of its files to load and how large they are, or what is missing.
// The layout is that of the library: MODEL/config.json, tokenizer.json and, in MODEL/onnx, an encoder and a decoder.

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type ModelFound =
  | { readonly kind: 'found'; readonly precision: Precision; readonly bytes: number }
  | { readonly kind: 'missing'; readonly reason: string }

/** As the library calls them; the ending that the names of the files have. */
const endings = { fp32: '', q8: '_quantized', fp16: '_fp16', int8: '_int8', uint8: '_uint8', q4: '_q4', bnb4: '_bnb4' }
export type Precision = keyof typeof endings
/** Quantised ones first: a quarter of the size, and hardly worse. */
const preferred: readonly Precision[] = ['q8', 'int8', 'uint8', 'fp32', 'fp16', 'q4', 'bnb4']
const DESCRIPTIONS = ['config.json', 'tokenizer.json']

/** @param name a folder, or two as in `Xenova/opus-mt-ar-en` */
export function findModel(folder: string, name: string): ModelFound {
  if (!/^[\w.-]+(?:\/[\w.-]+)?$/.test(name) || name.includes('..'))
    return { kind: 'missing', reason: 'The name of the local model is no name of a folder.' }
  const place = join(folder, name)
  const absent = DESCRIPTIONS.filter((file) => sizeOf(join(place, file)) === null)
  if (absent.length === DESCRIPTIONS.length)
    return { kind: 'missing', reason: `There is no model “${name}” in ${folder}: its folder must hold config.json.` }
  if (absent.length > 0)
    return { kind: 'missing', reason: `The model “${name}” in ${folder} has no ${absent.join(' and no ')}.` }
  for (const precision of preferred) {
    const sizes = ['encoder_model', 'decoder_model_merged'].map((part) =>
      sizeOfGraph(join(place, 'onnx'), `${part}${endings[precision]}.onnx`),
    )
    if (sizes.every((size) => size !== null))
      return { kind: 'found', precision, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  }
  return {
    kind: 'missing',
    reason: `The model “${name}” in ${folder} is not whole: onnx/ must hold encoder_model.onnx and decoder_model_merged.onnx, or both as …_quantized.onnx.`,
  }
}

/** A graph, and the files beside it that hold its weights when they are larger than one file may be. */
function sizeOfGraph(folder: string, file: string): number | null {
  const own = sizeOf(join(folder, file))
  if (own === null) return null
  const beside = readdirSync(folder).filter((name) => name.startsWith(`${file}_data`))
  return beside.reduce((sum, name) => sum + (sizeOf(join(folder, name)) ?? 0), own)
}

function sizeOf(path: string): number | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size > 0 ? stat.size : null
}
