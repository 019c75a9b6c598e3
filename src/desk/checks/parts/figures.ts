// In: prose. Out: the figures in it: value, bound, and what they count. Digits, words, money, per cent, ranges of thousands.

import type { Span } from '../../../domain/article.ts'

export type Figure = Span & {
  readonly value: number
  readonly bound: 'exact' | 'more' | 'less' | 'about'
  /** A currency sign, `%`, or the stems of the words counted ("embass"), nearest first. */
  readonly units: readonly string[]
  readonly isMoney: boolean
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  m: 1e6,
  k: 1e3,
}
const numberWord = [...small.slice(1), ...tens].join('|')
const figure = new RegExp(
  `(?<bound>(?:more than|over|at least|upwards of|up to|less than|fewer than|under|almost|nearly|about|around|roughly|approximately|some|close to|exceeding)\\s)?(?<currency>[$€£¥₹]|US\\$)?(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|\\b(?<word>(?:${tens.join('|')})(?:-(?:${small.slice(1, 10).join('|')}))?|${numberWord}|(?<=\\b[Aa]\\s)(?:hundred|thousand|million)))(?:[ \\u00a0-](?<scale>hundred|thousand|million|billion|trillion|bn)\\b)?(?<percent>\\s?(?:%|percent\\b|per cent\\b))?(?<dollars>\\s(?:dollars|euros|pounds|rubles|roubles))?`,
  'giu',
)
const bounds: readonly (readonly [RegExp, Figure['bound']])[] = [
  [/^(?:more than|over|at least|upwards of|exceeding)/i, 'more'],
  [/^(?:less than|fewer than|under|up to)/i, 'less'],
  [/^(?:almost|nearly|about|around|roughly|approximately|some|close to)/i, 'about'],
]
const month = /^\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u

/** The figures of a sentence, in order; years and days of dates are none. */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(figure)].flatMap((match) => {
    const part = match.groups ?? {}
    const value = valueOf(part['digits'], part['word'], part['scale'])
    const end = match.index + match[0].length
    const rest = text.slice(end, end + 90)
    const isMoney = part['currency'] !== undefined || part['dollars'] !== undefined
    if (value === null || (!isMoney && isDate(text, match, rest, value))) return []
    const units = isMoney ? ['money'] : part['percent'] !== undefined ? ['%'] : countedIn(rest)
    return [{ start: match.index, end, value, bound: boundOf(part['bound']), units, isMoney }]
  })
}

function valueOf(digits: string | undefined, word: string | undefined, scale: string | undefined): number | null {
  const base = digits === undefined ? wordValue(word?.toLowerCase() ?? '') : Number(digits.replace(/,/g, ''))
  return base === null ? null : base * (scales[scale?.toLowerCase() ?? ''] ?? 1)
}

function wordValue(word: string): number | null {
  const plain = small.indexOf(word)
  if (plain >= 0) return plain
  const [ten = '', one] = word.split('-')
  const place = tens.indexOf(ten)
  if (place >= 0) return (place + 2) * 10 + (one === undefined ? 0 : Math.max(0, small.indexOf(one)))
  return scales[word] ?? null
}

function isDate(text: string, match: RegExpExecArray, rest: string, value: number): boolean {
  const digits = match.groups?.['digits']
  if (digits === undefined) return false
  const before = text.slice(Math.max(0, match.index - 12), match.index)
  if (/[\p{L}\d\-/.:]$/u.test(before) && !/\s$/u.test(before)) return true
  if (
    month.test(rest) ||
    /(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$/u.test(before)
  )
    return true
  return /^\d{4}$/.test(digits) && value >= 1800 && value <= 2100
}

function boundOf(printed: string | undefined): Figure['bound'] {
  return bounds.find(([pattern]) => pattern.test(printed ?? ''))?.[1] ?? 'exact'
}

const noUnit = new Set(
  'the a an of in on at to for and or by with from as that which who were was are is be been other others more most than new additional its their this these those some all new per into after before'.split(
    ' ',
  ),
)

/** Stems of the next four words that could be what is counted, up to the end of the phrase. */
function countedIn(rest: string): string[] {
  const phrase = /^[^,.;:()“”\d]*/u.exec(rest)?.[0] ?? ''
  const words = phrase.match(/[\p{L}]+(?:-[\p{L}]+)?/gu) ?? []
  return words
    .slice(0, 5)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2 && !noUnit.has(word))
    .map(stem)
}

/** An English word without the ending of its number: `cities` and `city` are one. For comparing, not for print. */
export function stem(word: string): string {
  return word
    .replace(/(?:ies|y)$/u, 'i')
    .replace(/(?:ss)es$/u, 'ss')
    .replace(/(?<!s)s$/u, '')
}
