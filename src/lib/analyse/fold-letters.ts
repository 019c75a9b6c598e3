// In: letters as printed. Out: the letters they are searched by.
// One folding for documents and queries, whatever the language is said to be: a query has no reliable language.
// Order: NFKC, lower case, diacritics off, then one form for each letter that keyboards and houses write in several.

/** Letters that no Unicode mapping unites, though readers and typists do. */
const oneForm: Readonly<Record<string, string>> = {
  // Latin
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ȷ: 'j',
  ŀ: 'l',
  ĸ: 'k',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  // Letters that are apostrophes
  ʼ: '',
  ʻ: '',
  ʾ: '',
  ʿ: '',
  ʹ: '',
  // Greek and Cyrillic
  ς: 'σ',
  ґ: 'г',
  ѐ: 'е',
  ѝ: 'и',
  ѳ: 'ф',
  ѣ: 'е',
  ѵ: 'и',
  // Arabic script: yeh, kaf, heh, alef, waw, gaf in one form each; the hamza goes with its seat
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ۓ: 'ي',
  ئ: 'ي',
  ێ: 'ي',
  ؽ: 'ي',
  ؾ: 'ي',
  ؿ: 'ي',
  ۑ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'گ',
  ڰ: 'گ',
  ھ: 'ه',
  ہ: 'ه',
  ۂ: 'ه',
  ۀ: 'ه',
  ۃ: 'ه',
  ة: 'ه',
  ە: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ؤ: 'و',
  ء: '',
  ٴ: '',
}

/** Code point → its searched form. */
const cache = new Map<number, string>()

/** The searched form of one letter (a code point), perhaps empty, perhaps several letters. */
export function foldLetter(letter: string): string {
  return foldPoint(letter.codePointAt(0) ?? 0)
}

function foldPoint(point: number): string {
  const known = cache.get(point)
  if (known !== undefined) return known
  const folded = foldAnew(String.fromCodePoint(point))
  cache.set(point, folded)
  return folded
}

/** The searched form of a word. Never throws; lone surrogates are dropped. */
export function foldWord(word: string): string {
  if (/^[a-zA-Z0-9]*$/.test(word)) return word.toLowerCase()
  // Some letters only come about together: й from и and a breve, syllables from jamo, ガ from カ and a voicing mark.
  const composed = /\p{M}|[\u1100-\u11ff]|\uff9e|\uff9f/u.test(word) ? word.normalize('NFKC') : word
  let folded = ''
  for (let at = 0; at < composed.length; at++) {
    const point = composed.codePointAt(at) ?? 0
    folded += foldPoint(point)
    if (point > 0xffff) at += 1
  }
  return folded
}

function foldAnew(letter: string): string {
  if (/\p{Cs}/u.test(letter)) return ''
  if (/\p{Nd}/u.test(letter)) return foldDigit(letter)
  const lower = letter.normalize('NFKC').toLowerCase()
  let folded = ''
  for (const part of withoutMarks(lower)) folded += oneForm[part] ?? part
  return /^[\p{L}\p{M}\p{N}]*$/u.test(folded) ? folded : folded.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Marks are stripped where they decorate; in Indic scripts, Thai and kana they are letters. й and ї stay. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([иИ]\u0306|[іІ]\u0308)|[\u0300-\u036f]/g, (_, letter: string | undefined) => letter ?? '')
    .normalize('NFC')
    .replace(/(?=\p{M})[\u0590-\u08ff]|\u0640/gu, '')
}

/** Every digit set of Unicode starts at a code point ending in 0 or 6; NFKC has already united the mathematical ones. */
function foldDigit(letter: string): string {
  const point = letter.normalize('NFKC').codePointAt(0) ?? 0x30
  const row = point & ~0xf
  const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(row))
  const value = (point & 0xf) - (startsAtZero ? 0 : 6)
  return String(value)
}
