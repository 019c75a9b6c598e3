// Whether a translation is in the language it should be in: by its letters, and by the small words of the languages that
// share letters. What was passed through unchanged is the commonest lie of an engine.

import type { SegmentFlag } from '../../domain/translation.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import type { SegmentPair } from './compare-segment.ts'

const scriptOf: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  ur: /\p{Script=Arabic}/gu,
  ps: /\p{Script=Arabic}/gu,
  ckb: /\p{Script=Arabic}/gu,
  he: /\p{Script=Hebrew}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  be: /\p{Script=Cyrillic}/gu,
  bg: /\p{Script=Cyrillic}/gu,
  el: /\p{Script=Greek}/gu,
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  hi: /\p{Script=Devanagari}/gu,
  th: /\p{Script=Thai}/gu,
  am: /\p{Script=Ethiopic}/gu,
}
const latin = /\p{Script=Latin}/gu

const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordsOf(
    'the of and to in is that it for was on with as are by from has have he she they which not this been will said would',
  ),
  fr: wordsOf('le la les des du et est une dans pour que qui sur par pas avec au aux ce sont ont il elle cette été'),
  es: wordsOf('el los las del y es una en para que por con se al lo su sus fue ha han este esta como más'),
  pt: wordsOf('o os as do da dos das e é uma em para que por com se ao no na foi não mais são seu sua'),
  it: wordsOf('il lo gli della del dei e è una nel per che con si alla sono ha di da non più'),
  de: wordsOf('der die das und ist ein eine in zu den dem des mit für auf von im nicht sich auch wird hat'),
  tr: wordsOf('ve bir bu için ile de da olarak ise daha çok kadar gibi olan'),
  id: wordsOf('yang dan di dari untuk dengan ini itu pada adalah akan tidak telah oleh'),
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

export function findWrongLanguage({ source, target, from, to }: SegmentPair): SegmentFlag[] {
  const flag = (words: string): SegmentFlag[] => [{ kind: 'language', words }]
  if (primaryOf(from) === primaryOf(to)) return []
  if (isPassedThrough(source, target)) return flag('The translation is the original, word for word.')
  const wanted = scriptOf[primaryOf(to)] ?? latin
  const letters = target.match(/\p{L}/gu)?.length ?? 0
  const own = target.match(wanted)?.length ?? 0
  if (letters >= 4 && own < letters / 2) return flag(`The translation is not written in the letters of ${nameOf(to)}.`)
  const foreign = wanted === latin ? target.match(/[^\p{Script=Latin}\P{L}]{2,}/gu) : null
  if (foreign) return flag(`“${foreign[0]}” was left in the letters of the original.`)
  const other = otherLanguage(target, primaryOf(to))
  return other === undefined ? [] : flag(`The translation looks like ${nameOf(other)}, not ${nameOf(to)}.`)
}

function isPassedThrough(source: string, target: string): boolean {
  const words = source.match(/\p{L}{2,}/gu) ?? []
  return words.length >= 4 && source.replace(/\s+/g, ' ').trim() === target.replace(/\s+/g, ' ').trim()
}

function otherLanguage(target: string, to: string): string | undefined {
  const own = smallWords[to]
  const words = target.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (!own || words.length < 6) return undefined
  const count = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length
  const ours = count(own)
  return Object.keys(smallWords).find((language) => {
    const theirs = count(smallWords[language] ?? own)
    return language !== to && theirs >= 3 && theirs > ours * 3 && theirs / words.length > 0.2
  })
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
