// Russian by BGN/PCGN 1947, Ukrainian by the national system of 2010 that BGN/PCGN agreed to in 2019.
// Every letter is written; case follows the print, and a digraph in a word of capitals is all capitals.

import type { Doubt, Letters } from './romanise.ts'

type Table = Readonly<Record<string, string>>

const russian: Table = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'ë',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '”',
  ы: 'y',
  ь: '’',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}
/** After these, and where a word begins, е and ё are ye and yë. */
const AFTER_VOWEL = /[аеёиоуыэюяйъь]/u

const ukrainian: Table = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
}
const ukrainianFirst: Table = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }
/** Not written in the Latin form when it stands between letters. */
const APOSTROPHE = /(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu

/** Stress marks help who reads aloud; they are no spelling. */
const STRESS = /(?<=[аеёиоуыэюяіїє])[\u0300\u0301]/giu
/** Marks of direction and joining mean nothing in Latin letters. */
const MARKS = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

export function romaniseRussian(text: string): Letters {
  return writeWords(text, (letter, before) => {
    if ((letter === 'е' || letter === 'ё') && (before === '' || AFTER_VOWEL.test(before))) return `y${russian[letter]}`
    return Object.hasOwn(russian, letter) ? russian[letter] : undefined
  })
}

export function romaniseUkrainian(text: string): Letters {
  return writeWords(text.replace(APOSTROPHE, ''), (letter, before) => {
    if (before === '' && Object.hasOwn(ukrainianFirst, letter)) return ukrainianFirst[letter]
    // зг is zgh, so that it is not read as ж.
    if (letter === 'г' && before === 'з') return 'gh'
    return Object.hasOwn(ukrainian, letter) ? ukrainian[letter] : undefined
  })
}

/** @param write Latin letters of a lower-case letter, given the one before it in the word; `undefined` = leave it as it is */
function writeWords(text: string, write: (letter: string, before: string) => string | undefined): Letters {
  const doubts = new Set<Doubt>()
  const plain = text.normalize('NFC').replace(STRESS, '').replace(MARKS, '')
  const latin = plain.replace(/\p{Script=Cyrillic}+/gu, (word, index: number) => {
    const letters = [...word]
    const isShouted = word === word.toUpperCase() && (letters.length > 1 || isAmongCapitals(plain, index))
    return letters
      .map((letter, at) => {
        const lower = letter.toLowerCase()
        const latin = write(lower, letters[at - 1]?.toLowerCase() ?? '')
        if (latin === undefined) doubts.add('unknown-letter')
        if (latin === undefined || letter === lower) return latin ?? letter
        return isShouted ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1)
      })
      .join('')
  })
  return { text: latin, doubts }
}

/** A word of one letter is all capitals when its neighbours are. */
function isAmongCapitals(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - 12), index) + text.slice(index + 1, index + 13)
  return /\p{Lu}{2}/u.test(around) && !/\p{Ll}/u.test(around)
}
