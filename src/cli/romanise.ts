// Names and titles in Latin letters, a line for a line, with the system that they are written by and what is doubtful.

import { readFile } from 'node:fs/promises'
import { DeskError, errorCodes } from '../domain/errors.ts'
import { decodeText } from '../lib/charset.ts'
import type { Doubt, Romanised } from '../lib/romanise/romanise.ts'
import { detectLanguage } from '../read/language/detect-language.ts'
import { romaniseText } from '../server/romanise-text.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const romanise: Command = {
  name: 'romanise',
  usage: 'romanise TEXT… [--file FILE] [--language LANGUAGE] [--title] [--no-tones]',
  about: 'Write names or titles in Latin letters by a named standard, and say what the print leaves open.',
  details: [
    'Arabic, Persian, Dari, Pashto, Russian, Ukrainian (BGN/PCGN) and Chinese (ISO 7098). Names that the glossary or the',
    'authorities of the desk agree on are written as agreed. A line is written for every text or line of the file: Latin letters;',
    'the system and what is doubtful are told beside it. Vowels that are not printed are not made up.',
  ].join('\n'),
  examples: ['dragoman romanise "وزارة الدفاع" --language ar', 'dragoman romanise 习近平 --no-tones --json'],
  options: {
    file: { type: 'string', value: 'FILE', about: 'Text, a name or a title a line' },
    language: { type: 'string', value: 'LANGUAGE', about: 'BCP 47, as ar or fa-AF (default: found out, line by line)' },
    title: { type: 'boolean', about: 'A sentence: capitals only where a sentence has them' },
    'no-tones': { type: 'boolean', about: 'Leave out the tone marks of Chinese' },
  },
  async run(input, out) {
    const lines = await readLines(input)
    if (lines.length === 0)
      throw new DeskError('bad-usage', 'Say what to write in Latin letters: dragoman romanise "Київ" --language uk')
    return withRecords(configOf(input), async ({ db }) => {
      const done: Romanised[] = []
      for (const text of lines) {
        if (input.stop.aborted) return errorCodes.interrupted.exit
        const language = textOption(input, 'language') ?? (await detectLanguage(text))?.language ?? 'und'
        const isName = input.options['title'] !== true
        const tones = input.options['no-tones'] !== true
        const to = configOf(input).translateTo
        const end = await romaniseText(db, { text, language, to, isName, tones })
        done.push(end)
        if (input.options['json'] !== true) print(end, out)
      }
      if (input.options['json'] === true) out.json({ romanised: done })
      return done.some(({ kind }) => kind === 'not-done') ? errorCodes['partly-failed'].exit : 0
    })
  },
}

async function readLines(input: CommandInput): Promise<string[]> {
  const path = textOption(input, 'file')
  const words = input.words.join(' ').trim()
  if (path === undefined) return words === '' ? [] : [words]
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new DeskError('bad-input', `${path} cannot be read.`, { cause: error })
  })
  const { text } = decodeText(bytes, { contentType: null, kind: 'text' })
  return [...(words === '' ? [] : [words]), ...text.split(/\r?\n/u).filter((line) => line.trim() !== '')]
}

const doubtWords: Readonly<Record<Doubt, string>> = {
  'short-vowels': 'short vowels are not printed',
  'usual-vowels': 'vowels are those of the well-known word',
  'waw-yeh': 'a long vowel or a consonant, by its neighbours',
  'first-vowel': 'the first vowel is not printed',
  construct: '-ah or -at, by the next word',
  ezafe: 'an -e between words is not printed',
  'joined-letters': 'a first letter was taken for a small word',
  reading: 'a letter has several readings',
  'word-division': 'borders of names by what stands beside them',
  'foreign-name': 'a foreign name, whose own spelling is not printed',
  'unknown-letter': 'a letter that the system does not have',
}

function print(end: Romanised, out: Output): void {
  if (end.kind === 'not-done') {
    out.line(end.original)
    out.note(`  not done: ${end.reason}`)
    return
  }
  out.line(end.text)
  const agreed = end.established.map(({ original, text, from }) => `${original} = ${text} (${from})`)
  out.note(`  ${[end.system, ...agreed, ...end.doubts.map((doubt) => doubtWords[doubt])].join('; ')}`)
}
