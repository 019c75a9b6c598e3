// In: the folder of word lists that we wrote ourselves. Out: what each list says of its language.
//
// One file a family. `[uz/Cyrl]` opens a language in a script;
// `: ` lines are its commonest words, commonest first; `+ ` lines are words that tell it from its neighbours and words of the
// news; every other line is a sentence.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sampleText } from '../../src/read/language/sample-text.ts'

export type OwnWords = {
  /** Language and script, as in `uz/Cyrl`. */
  readonly profile: string
  readonly language: string
  readonly common: readonly string[]
  readonly telling: readonly string[]
  readonly sentences: readonly string[]
}

export const ownWordsFolder = join(import.meta.dirname, 'own-words')

export async function readOwnWords(folder = ownWordsFolder): Promise<OwnWords[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) =>
    text
      .split(/^(?=\[)/m)
      .filter((part) => part.startsWith('['))
      .map(readPart),
  )
}

function readPart(part: string): OwnWords {
  const [head = '', ...lines] = part.trim().split('\n')
  const wordsOf = (sign: string) =>
    lines.filter((line) => line.startsWith(sign)).flatMap((line) => line.slice(2).split(' '))
  const common = wordsOf(': ')
  const sentences = lines.filter((line) => line && !/^[:+] /.test(line))
  const [language = '', script = sampleText(common.join(' ')).script] = head.slice(1, -1).split('/')
  return { profile: `${language}/${script}`, language, common, telling: wordsOf('+ '), sentences }
}
