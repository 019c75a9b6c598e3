// For tests: writes a whole model that translates word by word, as files that the library truly runs: the ONNX graphs of an
// encoder and of a decoder with its cache, the tokenizer and the configuration. Small, and the same every time.
//
//   encoder: words → one-hot rows.   decoder: the row at the place that the cache has come to, times the dictionary → next word.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type TinyModel = {
  /** Word of the original → word of the translation; lower case, without marks. */
  readonly dictionary: Readonly<Record<string, string>>
  /** Ending of the names of its files, as quantised models have one: `_quantized`. */
  readonly suffix?: string
}

const END = '</s>'
const UNKNOWN = '<unk>'
const PAD = '<pad>'
const SPACE = '▁'

/** @param folder of the model itself, as in `models/opus-mt-ar-en` */
export async function writeTinyModel(folder: string, { dictionary, suffix = '' }: TinyModel): Promise<void> {
  const words = [...new Set([...Object.keys(dictionary), ...Object.values(dictionary)])]
  const tokens = [END, UNKNOWN, ...words.map((word) => SPACE + word), PAD]
  const pad = tokens.length - 1
  await mkdir(join(folder, 'onnx'), { recursive: true })
  const say = (name: string, value: object): Promise<void> => writeFile(join(folder, name), JSON.stringify(value))
  await say('config.json', configOf(tokens.length, pad))
  await say('generation_config.json', { decoder_start_token_id: pad, eos_token_id: 0, pad_token_id: pad })
  await say('tokenizer_config.json', {
    tokenizer_class: 'MarianTokenizer',
    eos_token: END,
    unk_token: UNKNOWN,
    pad_token: PAD,
    model_max_length: 512,
  })
  await say('tokenizer.json', tokenizerOf(tokens))
  await writeFile(join(folder, 'onnx', `encoder_model${suffix}.onnx`), encoderOf(tokens.length))
  const next = tokens.map((token) => {
    const target = dictionary[token.slice(SPACE.length)]
    return target === undefined ? Math.max(0, token === UNKNOWN ? 1 : 0) : tokens.indexOf(SPACE + target)
  })
  await writeFile(join(folder, 'onnx', `decoder_model_merged${suffix}.onnx`), decoderOf(next))
}

function configOf(size: number, pad: number): object {
  return {
    model_type: 'marian',
    architectures: ['MarianMTModel'],
    is_encoder_decoder: true,
    vocab_size: size,
    d_model: 1,
    encoder_layers: 1,
    decoder_layers: 1,
    encoder_attention_heads: 1,
    decoder_attention_heads: 1,
    eos_token_id: 0,
    pad_token_id: pad,
    decoder_start_token_id: pad,
  }
}

function tokenizerOf(tokens: readonly string[]): object {
  const special = [END, UNKNOWN, PAD].map((content) => ({
    id: tokens.indexOf(content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }))
  const metaspace = { type: 'Metaspace', replacement: SPACE, add_prefix_space: true, prepend_scheme: 'always' }
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: metaspace,
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: END, type_id: 0 } }],
      pair: [],
      special_tokens: { [END]: { id: END, ids: [0], tokens: [END] } },
    },
    decoder: metaspace,
    model: { type: 'Unigram', unk_id: 1, vocab: tokens.map((token, at) => [token, at < 2 ? 0 : -1]) },
  }
}

// ── ONNX: protocol buffers by hand. Field numbers are those of onnx.proto (ONNX IR 8, operators 13). ──────────────────────

const FLOAT = 1
const INT64 = 7

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  return [...bytes, rest]
}

const number = (field: number, value: number): Buffer => Buffer.from([...varint(field * 8), ...varint(value)])

function bytes(field: number, value: string | Uint8Array): Buffer {
  const content = Buffer.from(value)
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(content.length)]), content])
}

const message = (field: number, parts: readonly Buffer[]): Buffer => bytes(field, Buffer.concat(parts))

/** A value of a graph by name. @param shape numbers, or names of sizes that vary */
function value(field: number, name: string, type: number, shape: readonly (number | string)[]): Buffer {
  const sizes = shape.map((size) => message(1, [typeof size === 'number' ? number(1, size) : bytes(2, size)]))
  return message(field, [bytes(1, name), message(2, [message(1, [number(1, type), message(2, sizes)])])])
}

function node(operator: string, inputs: readonly string[], output: string, attributes: readonly Buffer[] = []): Buffer {
  return message(1, [...inputs.map((name) => bytes(1, name)), bytes(2, output), bytes(4, operator), ...attributes])
}

/** An attribute that is a number (type 2). */
const attribute = (name: string, content: number): Buffer =>
  message(5, [bytes(1, name), number(3, content), number(20, 2)])

function constant(name: string, type: number, shape: readonly number[], values: readonly number[]): Buffer {
  const raw = type === FLOAT ? Float32Array.from(values) : BigInt64Array.from(values, BigInt)
  return message(5, [
    ...shape.map((size) => number(1, size)),
    number(2, type),
    bytes(8, name),
    bytes(9, new Uint8Array(raw.buffer)),
  ])
}

function model(graph: readonly Buffer[]): Buffer {
  return Buffer.concat([number(1, 8), message(7, [...graph, bytes(2, 'tiny')]), message(8, [number(2, 13)])])
}

/** A table whose row `at` has its one at `columns[at]`. */
const oneHot = (columns: readonly number[]): number[] =>
  columns.flatMap((column) => columns.map((_, at) => (at === column ? 1 : 0)))

function encoderOf(size: number): Buffer {
  return model([
    node('Gather', ['rows', 'input_ids'], 'last_hidden_state', [attribute('axis', 0)]),
    constant('rows', FLOAT, [size, size], oneHot(Array.from({ length: size }, (_, at) => at))),
    value(11, 'input_ids', INT64, ['batch', 'length']),
    value(11, 'attention_mask', INT64, ['batch', 'length']),
    value(12, 'last_hidden_state', FLOAT, ['batch', 'length', size]),
  ])
}

/** @param next token of the original → token of the translation */
function decoderOf(next: readonly number[]): Buffer {
  const size = next.length
  return model([
    // Where we are: as far as the cache is long.
    node('Shape', ['past_key_values.0.decoder.key'], 'past_shape'),
    node('Gather', ['past_shape', 'two'], 'place', [attribute('axis', 0)]),
    node('Shape', ['input_ids'], 'given_shape'),
    node('Gather', ['given_shape', 'one'], 'given', [attribute('axis', 0)]),
    node('Add', ['place', 'given'], 'until'),
    node('Slice', ['encoder_hidden_states', 'place', 'until', 'one'], 'here'),
    node('MatMul', ['here', 'dictionary'], 'logits'),
    // The cache grows by what was given.
    node('Cast', ['input_ids'], 'as_float', [attribute('to', FLOAT)]),
    node('Unsqueeze', ['as_float', 'outer'], 'grown'),
    node('Concat', ['past_key_values.0.decoder.key', 'grown'], 'present.0.decoder.key', [attribute('axis', 2)]),
    constant('one', INT64, [1], [1]),
    constant('two', INT64, [1], [2]),
    constant('outer', INT64, [2], [1, 3]),
    constant('dictionary', FLOAT, [size, size], oneHot(next)),
    value(11, 'encoder_attention_mask', INT64, ['batch', 'length']),
    value(11, 'input_ids', INT64, ['batch', 'given']),
    value(11, 'encoder_hidden_states', FLOAT, ['batch', 'length', size]),
    value(11, 'past_key_values.0.decoder.key', FLOAT, ['batch', 1, 'past', 1]),
    value(12, 'logits', FLOAT, ['batch', 'given', size]),
    value(12, 'present.0.decoder.key', FLOAT, ['batch', 1, 'now', 1]),
  ])
}
