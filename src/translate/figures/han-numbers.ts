// Numbers in Chinese letters: 十八 is 18, 两百三十 is 230, 三万 is 30,000. A lone 一 or a single letter within a word says nothing.

import type { Figure } from './read-figures.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
/** What is counted follows a counter: 两名, 三个, 五年. Without one, a single letter is mostly part of a name. */
const COUNTED =
  /[零〇一二两兩三四五六七八九十百千万萬亿億]+(?=[个個名年天月日人次元艘架辆輛位岁歲公小分时時处處座趟条條批吨噸米艇只隻家%％点點])|[零〇一二两兩三四五六七八九]?[十百千万萬亿億][零〇一二两兩三四五六七八九十百千万萬亿億]*/gu

/** 六点五 is 6.5; three o'clock has nothing after it. */
const DECIMAL = /([零〇一二两兩三四五六七八九十百]+)[点點]([零〇一二三四五六七八九]+)/gu

export function readHanNumbers(text: string): Figure[] {
  const decimals = Array.from(text.matchAll(DECIMAL), ([words, whole = '', part = '']): Figure => {
    const places = [...part].map((letter) => digits[letter] ?? 0).join('')
    return { value: Number(`${readHan(whole) ?? 0}.${places}`), words, by: 'words' }
  })
  return [...decimals, ...readWhole(text.replace(DECIMAL, '，'))]
}

function readWhole(text: string): Figure[] {
  return [...text.matchAll(COUNTED)].flatMap(([words]) => {
    const value = readHan(words)
    return value === undefined || value < 2 || (/^[十百千万萬亿億]$/u.test(words) && words !== '十')
      ? []
      : [{ value, words, by: 'words' as const }]
  })
}

function readHan(words: string): number | undefined {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(words)) return Number([...words].map((letter) => digits[letter]).join(''))
  let total = 0
  let group = 0
  let digit: number | undefined
  let last = 0
  for (const letter of words) {
    const scale = scales[letter]
    if (scale !== undefined || digits[letter] === 0) last = scale ?? 0
    if (scale === undefined) digit = digits[letter]
    else if (scale >= 1e4) {
      total = (total + group + (digit ?? (total + group === 0 ? 1 : 0))) * scale
      group = 0
      digit = undefined
    } else {
      group += (digit ?? 1) * scale
      digit = undefined
    }
  }
  // 一万二 is 12,000, as nobody says the last scale.
  return total + group + (digit ?? 0) * (last >= 100 ? last / 10 : 1)
}
