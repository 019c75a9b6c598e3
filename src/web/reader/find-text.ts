// In: texts and what to find in them. Out: where it stands, as UTF-16 ranges of each text.
// Letters are matched as readers read them: case, accents, vowel signs, Arabic letter forms, digits and widths do not matter.

export type Found = { readonly text: number; readonly start: number; readonly end: number }

const same: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ؤ: 'و',
  ё: 'е',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
}

const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  if (code >= 0x966 && code <= 0x96f) return String(code - 0x966)
  return letter
}

/** One character as it is compared; empty for signs that readers do not read as letters. */
function foldOne(letter: string): string {
  const own = same[letter]
  if (own !== undefined) return own
  const plain = letter
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
  return [...plain]
    .map((each) => same[each] ?? digit(each))
    .join('')
    .replace(/\s/gu, ' ')
}

/** The folded text, and for each of its units the place in the original that it came from. */
function fold(text: string): { folded: string; from: number[]; until: number[] } {
  let folded = ''
  const [from, until]: [number[], number[]] = [[], []]
  let at = 0
  for (const letter of text) {
    const plain = foldOne(letter)
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(at)
      until.push(at + letter.length)
    }
    // A sign that is left out belongs to the letter before it, so that both are lit together.
    if (plain === '' && until.length > 0) until[until.length - 1] = at + letter.length
    folded += plain
    at += letter.length
  }
  return { folded, from, until }
}

const MOST = 2000

export function findText(texts: readonly string[], wanted: string): Found[] {
  const needle = fold(wanted.trim()).folded
  if (needle === '') return []
  const found: Found[] = []
  for (const [text, each] of texts.entries()) {
    const { folded, from, until } = fold(each)
    let at = folded.indexOf(needle)
    while (at >= 0 && found.length < MOST) {
      found.push({ text, start: from[at] ?? 0, end: until[at + needle.length - 1] ?? each.length })
      at = folded.indexOf(needle, at + needle.length)
    }
  }
  return found
}
