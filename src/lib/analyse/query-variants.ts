// In: what a person asks for. Out: the chains of tokens a document may hold it as.
// Nearly always one chain, the analyser's. Several where the analyser, which sees one word at a time or a run in its
// sentence, may have read the document otherwise than the query: short Arabic words with a proclitic (وغزة), short
// Russian words with an ending (Чада, моря), runs of unspaced scripts whose neighbours drew a border elsewhere.

import { analyse } from './analyse.ts'
import { arabicProclitics } from './stem-arabic.ts'

const MOST_VARIANTS = 24
/** Words that push the borders of a run about: a preposition before, a particle behind. */
const frames: readonly (readonly [script: RegExp, before: string, after: string])[] = [
  [/\p{Script=Thai}/u, 'ใน', 'ที่'],
  [/\p{Script=Lao}/u, 'ໃນ', 'ທີ່'],
  [/\p{Script=Khmer}/u, 'នៅ', 'និង'],
  [/\p{Script=Myanmar}/u, 'နှင့်', 'တွင်'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'は', 'の'],
  [/\p{Script=Han}/u, '在', '的'],
]

/**
 * The token chains to look for: the tokens of one chain stand next to each other, any chain will do.
 * Empty when the text holds nothing searchable. At most 24, the likeliest first.
 */
export function queryVariants(text: string): readonly (readonly string[])[] {
  const own = analyse(text).map(({ token }) => token)
  if (own.length === 0) return []
  const chains = [own, ...framedChains(text)].flatMap(shortWordChains)
  const unique = new Map(chains.map((chain) => [chain.join(' '), chain]))
  return [...unique.values()].slice(0, MOST_VARIANTS)
}

/** The chain with each short word in the forms a document may have it; the first short words win when there are too many. */
function shortWordChains(chain: readonly string[]): readonly (readonly string[])[] {
  let chains: readonly (readonly string[])[] = [[]]
  for (const token of chain) {
    const forms = formsOf(token)
    const fits = chains.length * forms.length <= MOST_VARIANTS ? forms : [token]
    chains = fits.flatMap((form) => chains.map((done) => [...done, form]))
  }
  return chains
}

/**
 * Last letter of a Russian word of four that is not stemmed → the others it may have: Газа, Газы, в Газе; море, моря, and мор,
 * which is what the stem of морем is.
 */
const paradigms: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...'аыу'].map((letter) => [letter, [...'аыиеу']] as const),
  ...[...'еяю'].map((letter) => [letter, [...'еяю', '']] as const),
  ['о', [...'оаеу']],
])

function formsOf(token: string): readonly string[] {
  if (/^[а-я]{2}[бвгджзклмнпрстфхцчшщ][а-я]$/.test(token)) {
    const forms = paradigms.get(token.charAt(3))?.map((letter) => token.slice(0, 3) + letter) ?? []
    return [token, ...forms.filter((form) => form !== token)]
  }
  if (token.length !== 3) return [token]
  if (/^[\u0600-\u06ff]{3}$/.test(token)) return [token, ...arabicProclitics.map((letter) => letter + token)]
  if (/^[а-я]{2}[бвгджзклмнпрстфхцчшщ]$/.test(token)) return [token, ...[...'ауеыияюь'].map((ending) => token + ending)]
  return [token]
}

/** The run as it is read with a word before it, and behind it, where its own two ends stay borders. */
function framedChains(text: string): string[][] {
  const trimmed = text.trim()
  const frame = frames.find(([script]) => script.test(trimmed))
  if (!frame || /\s/.test(trimmed)) return []
  const [, before, after] = frame
  return [
    [before, ''],
    ['', after],
    [before, after],
  ].flatMap(([left = '', right = '']) => {
    const tokens = analyse(left + trimmed + right)
    const [start, end] = [left.length, left.length + trimmed.length]
    const inside = tokens.filter((token) => token.start >= start && token.end <= end)
    const isWhole = inside[0]?.start === start && inside.at(-1)?.end === end
    return isWhole ? [inside.map(({ token }) => token)] : []
  })
}
