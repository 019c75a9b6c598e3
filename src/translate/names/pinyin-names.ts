// In: a Chinese sentence. Out: whether a name in Pinyin can be read in it, and the persons that it surely names.
// Loaded for Chinese only, with its dictionary of readings.

import { polyphonic } from 'pinyin-pro'
import { longSurnames, otherSurnames, plainSurnames } from '../../lib/romanise/chinese-tables.ts'
import { divideWords } from '../../lib/romanise/chinese-words.ts'
import { simplifyHan } from '../../lib/romanise/simplify-han.ts'

const RUN = /\p{Script=Han}+/gu
const SYLLABLE =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))+$/u
const LONGEST = 2_000

let surnames: ReadonlySet<string> | undefined

/** Whether two folded words may be surname and given name of a Chinese person. */
export function looksPerson(surname: string, given: string): boolean {
  surnames ??= new Set([...plainSurnames, ...otherSurnames, ...longSurnames].flatMap(sayAll))
  return surnames.has(surname) && looksPinyin(given)
}

function sayAll(word: string): string[] {
  return readingsOf(word).reduce<string[]>(
    (said, readings) => said.flatMap((one) => readings.map((next) => one + next)),
    [''],
  )
}

/** Whether a folded word may be Pinyin. */
export const looksPinyin = (folded: string): boolean => SYLLABLE.test(folded)

export type PinyinSentence = {
  readonly has: (folded: string) => boolean
  /** Persons whose name is beyond doubt, as printed and as their Pinyin may be: surname, given name. */
  readonly persons: readonly { readonly text: string; readonly surname: string; readonly given: string }[]
}

export function readPinyin(sentence: string): PinyinSentence {
  const runs = sentence.slice(0, LONGEST).match(RUN) ?? []
  const readings = runs.map((run) => readingsOf(simplifyHan(run)))
  return {
    has: (folded) => readings.some((letters) => letters.some((_, at) => canRead(letters, at, folded))),
    persons: runs.flatMap(readPersons),
  }
}

function readingsOf(run: string): string[][] {
  return polyphonic(run, { type: 'array', toneType: 'none' }).map((all) =>
    all.flatMap((one) => [one.replaceAll('ü', 'u'), one.replaceAll('ü', 'v'), one.replaceAll('ü', 'yu')]),
  )
}

/** Whether the rest of a word is said by the letters from here on, each by any of its readings. */
function canRead(letters: readonly (readonly string[])[], at: number, rest: string): boolean {
  if (rest === '') return true
  return (letters[at] ?? []).some(
    (reading) => reading !== '' && rest.startsWith(reading) && canRead(letters, at + 1, rest.slice(reading.length)),
  )
}

function readPersons(run: string): PinyinSentence['persons'] {
  const words = divideWords(simplifyHan(run), { isName: false, isForeign: false })
  const say = (text: string): string =>
    readingsOf(text)
      .map(([first = '']) => first)
      .join('')
  return words.flatMap((word, at) => {
    const given = words[at + 1]
    const isSurname =
      word.kind === 'surname' && word.isSure && (plainSurnames.has(word.text) || longSurnames.has(word.text))
    if (!isSurname || given?.kind !== 'given') return []
    return [{ text: word.text + given.text, surname: say(word.text), given: say(given.text) }]
  })
}
