// Translates a text file or a page of the desk, sentence by sentence, with what to look at twice.

import { readFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { DeskError, errorCodes } from '../domain/errors.ts'
import { parseId } from '../domain/id.ts'
import type { Block } from '../domain/reading.ts'
import { decodeText } from '../lib/charset.ts'
import { openEngineDoor } from '../pipeline/handler-tools.ts'
import { detectLanguage } from '../read/language/detect-language.ts'
import type { Db } from '../store/db.ts'
import { findItem } from '../store/items.ts'
import { findReading } from '../store/readings.ts'
import { readSettings } from '../store/settings.ts'
import { openEngines } from '../translate/engines/engine-choices.ts'
import { chooseEngines, type EngineWishes } from '../translate/engines/engine-order.ts'
import { loadGlossary } from '../translate/glossary/keep-glossary.ts'
import { splitSegments } from '../translate/segments/split-segments.ts'
import { translateSegments } from '../translate/translate-segments.ts'
import { now } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const translate: Command = {
  name: 'translate',
  usage: 'translate FILE|ITEM [--to LANGUAGE] [--from LANGUAGE] [--engine ENGINE]',
  maxWords: 1,
  about: 'Translate a text or a page of the desk, sentence by sentence; what to look at twice is noted.',
  details: [
    'The memory and the glossary of the desk are used, and its engines in their order (see “dragoman engines”, docs/settings.md).',
    'Without any engine set up, --engine apertium takes the one that is installed here. Nothing is kept but what engines said,',
    'so that no sentence is paid for twice. Sentences that could not be translated are printed as they are, in brackets.',
  ].join('\n'),
  examples: ['dragoman translate page.txt --to en', 'dragoman translate nota.txt --engine apertium --json'],
  options: {
    to: { type: 'string', value: 'LANGUAGE', about: 'The language to translate into (default: translateTo)' },
    from: { type: 'string', value: 'LANGUAGE', about: 'The language of the original (default: found out)' },
    engine: { type: 'string', value: 'ENGINE', about: 'Only this engine' },
  },
  run(input, out) {
    const [word] = input.words
    if (word === undefined) throw new DeskError('bad-usage', 'Say what to translate: dragoman translate FILE')
    const config = configOf(input)
    return withRecords(config, ({ db }) => translateWord(input, out, { db, config, word }))
  },
}

type Text = { readonly text: string; readonly language: string | null; readonly blocks: readonly Block[] }

async function translateWord(
  input: CommandInput,
  out: Output,
  { db, config, word }: { db: Db; config: Config; word: string },
): Promise<number> {
  const { text, language, blocks } = await load(db, word)
  const from = textOption(input, 'from') ?? language ?? (await detectLanguage(text))?.language
  if (from === undefined)
    throw new DeskError('bad-input', 'The language of the text could not be told. Say it: --from ar')
  const settings = (await readSettings(db)).translation
  const to = textOption(input, 'to') ?? settings.to ?? config.translateTo
  const spans = splitSegments(text, blocks, from)
  const sources = spans.map(({ start, end }) => text.slice(start, end))
  const engines = pickEngines(config, textOption(input, 'engine'), settings)
  const { words, reasons } = await translateSegments({ db, engines, terms: await loadGlossary(db), now }, sources, {
    from,
    to,
  })
  const segments = sources.map((source, at) => ({
    start: spans[at]?.start ?? 0,
    end: spans[at]?.end ?? 0,
    source,
    ...(words.get(source) ?? { target: null, state: 'none', origin: null, flags: [] }),
  }))
  if (input.options['json'] === true) out.json({ from, to, segments, reasons })
  else {
    for (const { source, target } of segments) out.line(target ?? `[${source}]`)
    for (const { flags, target } of segments)
      for (const flag of flags) out.note(`${flag.words}  (${(target ?? '').slice(0, 60)})`)
    for (const reason of reasons) out.note(reason)
  }
  return segments.every(({ target }) => target !== null) ? 0 : errorCodes['partly-failed'].exit
}

async function load(db: Db, word: string): Promise<Text> {
  const id = parseId<'item'>(word)
  if (id === undefined) {
    const bytes = await readFile(word).catch((error: unknown) => {
      throw new DeskError('bad-input', `${word} cannot be read.`, { cause: error })
    })
    return { text: decodeText(bytes, { contentType: null, kind: 'text' }).text, language: null, blocks: [] }
  }
  const readingId = (await findItem(db, id))?.readingId ?? null
  const reading = readingId === null ? undefined : await findReading(db, readingId)
  if (!reading) throw new DeskError('not-found', 'There is no such page here, or it was not read yet.')
  return reading
}

/** Those of the desk in its order; one that is named is asked also when the desk leaves it out. */
function pickEngines(config: Config, wanted: string | undefined, wishes: EngineWishes) {
  const isApertium = wanted === 'apertium' && !config.engines.some(({ engine }) => engine === wanted)
  const choices = isApertium
    ? [{ engine: 'apertium' as const }]
    : config.engines.filter(({ engine }) => wanted === undefined || engine === wanted)
  if (wanted !== undefined && choices.length === 0)
    throw new DeskError('bad-usage', `No engine “${wanted}” is set up. See “Engines” in docs/settings.md.`)
  const engines = openEngines(choices, openEngineDoor(config))
  return wanted === undefined ? chooseEngines(engines, wishes) : engines
}
