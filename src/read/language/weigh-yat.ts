// In: profiles with their probabilities, and the words of a text. Out: the same, with Serbian in Latin letters told from
// Croatian and Bosnian by what an old vowel (yat) became: vreme, mesto, posle there, vrijeme, mjesto, poslije here.
// The commonest stems show it in nearly every sentence; grams of a few letters drown in what the three have in common.

import type { Ranked } from './weigh-evidence.ts'

const serbian = 'sr/Latn'
const neighbours = ['bs/Latn', 'hr/Latn']

/** Log-odds of one word, and of all together at most. */
const [A_WORD, ALL] = [3.5, 9]

const ekavian = stems(`
  vreme$ vremensk mest umest delo$ dela$ delu$ delom$ delov deluje deo$ posle pre$ gde$ ovde$ negde$ nigde$ uvek$ reč$ reči$ rečim rešen rešav reši
  dete$ detet deca$ čovek predsed nedelj mesec mesn sledeć svetsk svetu$ zahtev lep[aeiou]$ lepih$ hteo$ htel cen[aeu]$ cenam tel[aou]$ mlek bel[aeiou]$
  leto$ leta$ letnj sneg sever primer mer[aeu]$ merenj smer odeljen vredn verov ver[aeu]$ pobed razume videl voleo$ uspeh uspel uspeo$ uspešn napred$
  unapred$ bezbed obezbed ponedelj sred[aeu]$ sednic posed promen primen zamen izmen namen razmen ceo$ cel[aeiou]$ celokup devoj živeo$ živel dve$ obe$
  osetl oseć sećan nemačk rek[aeu]$ izvešta vešt vest$ vesti$ umetn savet sused podel belež zvezd rešenj odeć nedelje
`)
const ijekavian = stems(`
  vrijem mjest umjest dio$ dijel djel poslije prije$ gdje$ ovdje$ negdje$ nigdje$ uvijek riječ riješ rješ dijete djetet djec čovjek predsjed nedjelj mjesec
  sljede slijede svijet svjet zahtjev lijep ljep htio$ htjel cijen tijel tjel mlijek bijel ljet snijeg sjever primjer mjer smjer odjel vrijed vjer pobjed
  razumj razumije vidje vidio$ volio$ uspje uspij naprijed unaprijed ponedjelj srijed sjednic posjed promjen promijen primjen primijen zamjen zamijen izmjen
  izmijen namjen namijen razmjen cijel djevoj živje živio$ dvije$ obje$ osjet osjeć sjeć sjed njemač rijek izvješt izvještaj vješt vijest umjet savjet susjed
  podjel podijel biljež zvijezd odjeć tjed
`)

/** Moves probability between the three; what the others have stays as it is. */
export function weighYat(ranked: readonly Ranked[], words: readonly string[]): Ranked[] {
  const [first] = ranked
  if (first === undefined || ![serbian, ...neighbours].includes(first.profile)) return [...ranked]
  const said = Math.max(-ALL, Math.min(ALL, A_WORD * (countOf(words, ekavian) - countOf(words, ijekavian))))
  const isOne = ({ profile }: Ranked): boolean => profile === serbian || neighbours.includes(profile)
  const before = sumOf(ranked.filter(isOne))
  const moved = ranked.map((one) =>
    one.profile === serbian ? { ...one, probability: one.probability * Math.exp(said) } : one,
  )
  const after = sumOf(moved.filter(isOne))
  return moved
    .map((one) => (isOne(one) ? { ...one, probability: (one.probability * before) / after } : one))
    .sort((a, b) => b.probability - a.probability)
}

function countOf(words: readonly string[], stems: RegExp): number {
  return new Set(words.filter((word) => stems.test(word))).size
}

function sumOf(ranked: readonly Ranked[]): number {
  return ranked.reduce((sum, { probability }) => sum + probability, 0)
}

/** `$` = the whole word, otherwise its beginning. */
function stems(text: string): RegExp {
  return new RegExp(`^(?:${text.trim().split(/\s+/).join('|')})`)
}
