// Russian by BGN/PCGN 1947, Ukrainian by the national system of 2010 that BGN/PCGN agreed to in 2019.
// Every letter is written; case follows the print, and a digraph in a word of capitals is all capitals.

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

export function romaniseRussian(text: string): string {
  return writeWords(text, (letter, before) => {
    if ((letter === 'е' || letter === 'ё') && (before === '' || AFTER_VOWEL.test(before))) return `y${russian[letter]}`
    return russian[letter]
  })
}

export function romaniseUkrainian(text: string): string {
  return writeWords(text.normalize('NFC').replace(APOSTROPHE, ''), (letter, before) => {
    if (before === '') return ukrainianFirst[letter] ?? ukrainian[letter]
    // зг is zgh, so that it is not read as ж.
    return letter === 'г' && before === 'з' ? 'gh' : ukrainian[letter]
  })
}

/** @param write Latin letters of a lower-case letter, given the one before it in the word; `undefined` = leave it as it is */
function writeWords(text: string, write: (letter: string, before: string) => string | undefined): string {
  return text.normalize('NFC').replace(/\p{Script=Cyrillic}+/gu, (word) => {
    const letters = [...word]
    const isShouted = letters.length > 1 && word === word.toUpperCase()
    return letters
      .map((letter, at) => {
        const lower = letter.toLowerCase()
        const latin = write(lower, letters[at - 1]?.toLowerCase() ?? '')
        if (latin === undefined) return letter
        if (letter === lower) return latin
        return isShouted ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1)
      })
      .join('')
  })
}
