// The detectors that the bench compares, each as a function of a line: an ISO 639 code of two letters where there is one.

import { franc } from 'franc'
import { detect as detectTinyld } from 'tinyld'
import { loadModule } from 'cld3-asm'
import { plainCode } from '../../src/cli/plain-code.ts'
import { detectLanguage } from '../../src/read/language/detect-language.ts'

export type Engine = (line: string) => string | Promise<string>

/** Each is made ready when it is wanted. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  dragoman: async () => async (line) => plainCode((await detectLanguage(line))?.language ?? 'und'),
  'cld3-asm': async () => {
    const detector = (await loadModule()).create(0, 1500)
    return (line) => canonical(detector.findLanguage(line.replaceAll('\0', ' ')).language)
  },
  franc: async () => (line) => canonical(franc(line, { minLength: 1 })),
  eld: async () => {
    const { eld } = await import('eld/large')
    return (line) => canonical(eld.detect(line).language)
  },
  tinyld: async () => (line) => canonical(detectTinyld(line)),
}

/** One name for what packages call otherwise: `cmn`, `no`, `iw`, `pes`. Languages that a set tells apart stay apart. */
export function canonical(code: string): string {
  if (code === '' || code === 'und') return 'und'
  try {
    const [language = 'und'] = new Intl.Locale(names[code] ?? code).language.split('-')
    return names[language] ?? language
  } catch {
    return code
  }
}

const names: Readonly<Record<string, string>> = {
  no: 'nb',
  nob: 'nb',
  nno: 'nn',
  fil: 'tl',
  tgl: 'tl',
  swh: 'sw',
  pes: 'fa',
  prs: 'prs',
  pbu: 'ps',
  pbt: 'ps',
  uzn: 'uz',
  ekk: 'et',
  lvs: 'lv',
  als: 'sq',
  plt: 'mg',
  arb: 'ar',
  azj: 'az',
  azb: 'azb',
  khk: 'mn',
  gaz: 'om',
  zsm: 'ms',
  zlm: 'ms',
  ydd: 'yi',
  kmr: 'ku',
  npi: 'ne',
  ory: 'or',
  pan: 'pa',
}
