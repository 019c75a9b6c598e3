// Scripts that one language is written in, or a few that single letters tell apart.

import type { Script } from './scripts.ts'

const languages: Partial<Record<Script, string>> = {
  Grek: 'el',
  Armn: 'hy',
  Syrc: 'syr',
  Thaa: 'dv',
  Nkoo: 'nqo',
  Guru: 'pa',
  Gujr: 'gu',
  Orya: 'or',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Sinh: 'si',
  Thai: 'th',
  Laoo: 'lo',
  Tibt: 'bo',
  Mymr: 'my',
  Geor: 'ka',
  Hang: 'ko',
  Cher: 'chr',
  Cans: 'iu',
  Khmr: 'km',
  Mong: 'mn-Mong',
  Kana: 'ja',
  Bopo: 'zh-Hant',
  Tfng: 'zgh',
  Vaii: 'vai',
  Yiii: 'ii',
  Olck: 'sat',
  Mtei: 'mni-Mtei',
  Java: 'jv-Java',
  Adlm: 'ff-Adlm',
}

/** Letters or syllables that only one of a script's languages uses; the share of words that must hold one. */
const exceptions: readonly { script: Script; language: string; has: RegExp }[] = [
  { script: 'Mymr', language: 'shn', has: /[\u1022\u1035\u1062\u1067\u1068\u1075-\u108d]/ },
  { script: 'Mymr', language: 'mnw', has: /[\u1028\u1033\u1034\u105a-\u1060]/ },
  { script: 'Mymr', language: 'ksw', has: /[\u1061\u1063\u1064]/ },
  { script: 'Tibt', language: 'dz', has: /ཨིན|འབད|ཡོདཔ|དགོཔ/ },
]
const ENOUGH = 0.15

/** The BCP 47 tag of what is written in a script that is (nearly) one language's own. `null` = the script is shared. */
export function languageOfScript(script: Script, words: readonly string[]): string | null {
  const exception = exceptions.find((one) => one.script === script && countOf(words, one.has) > words.length * ENOUGH)
  return exception?.language ?? languages[script] ?? null
}

function countOf(words: readonly string[], has: RegExp): number {
  return words.filter((word) => has.test(word)).length
}
