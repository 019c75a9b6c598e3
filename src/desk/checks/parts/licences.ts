// In: what stands after "Attribution:". Out: the licence it names, and how well.
// Creative Commons licences are six sets of elements in five versions; nothing else of that name exists.

export type LicenceReading =
  /** Named as it is called. */
  | { readonly kind: 'exact'; readonly spdx: string; readonly printed: string }
  /** Recognisable, but not by its name. */
  | { readonly kind: 'nonstandard'; readonly spdx: string; readonly name: string; readonly printed: string }
  /** Looks like a licence, and there is none of that name. */
  | { readonly kind: 'unidentifiable'; readonly printed: string }
  | { readonly kind: 'public-domain'; readonly printed: string }
  /** Terms in words, no licence. */
  | { readonly kind: 'terms'; readonly printed: string }
  | { readonly kind: 'none' }

const versions: readonly string[] = ['1.0', '2.0', '2.5', '3.0', '4.0']
const elementSets: readonly string[] = ['BY', 'BY-SA', 'BY-NC', 'BY-ND', 'BY-NC-SA', 'BY-NC-ND']
const longNames: readonly (readonly [RegExp, string])[] = [
  [/creative commons/gi, 'CC'],
  [/\battribution\b/gi, 'BY'],
  [/non-?\s?commercial/gi, 'NC'],
  [/share-?\s?alike/gi, 'SA'],
  [/no-?\s?deriv(?:ative)?s?(?: works)?/gi, 'ND'],
  [/\bCCA(?=\b|-)/g, 'CC BY'],
]
const printedName =
  /\b(?:CC0|CCA\b|CC\b|Creative Commons|BY(?:-(?:SA|NC|ND))+|BY(?=[ -]\d)|Attribution(?=\s\d\.\d)|(?:Attribution[- ])?(?:Non-?Commercial|Share-?Alike|No-?Deriv))(?![a-z]).{0,80}/iu
const terms =
  /free to use|licen[cs]e|permission|courtesy|all rights reserved|fair use|terms of use|open government|GFDL|GODL|OGL|KOGL|GNU|royalty[- ]free|own work|©|copyright/i
const publicDomain = /public domain|\bPD\b|CC0|no known copyright/i

/** Reads an attribution line. `printed` is the part of it that names the licence. */
export function readLicence(attribution: string): LicenceReading {
  const pd = publicDomain.exec(attribution)
  if (pd) return { kind: 'public-domain', printed: pd[0] }
  const named = printedName.exec(attribution)
  if (named) return readCreativeCommons(named[0].trim(), attribution)
  const said = terms.exec(attribution)
  return said ? { kind: 'terms', printed: attribution.trim() } : { kind: 'none' }
}

function readCreativeCommons(printed: string, attribution: string): LicenceReading {
  const short = longNames.reduce((text, [pattern, name]) => text.replace(pattern, name), printed)
  const elements = new Set([...short.matchAll(/\b(BY|NC|SA|ND)\b/gi)].map(([, element = '']) => element.toUpperCase()))
  // Every licence since version 2 asks for attribution: where others are named, BY is meant.
  if (elements.size > 0) elements.add('BY')
  const set = ['BY', 'NC', 'SA', 'ND'].filter((element) => elements.has(element)).join('-')
  const version = /\b(\d\.\d)\b/.exec(short)?.[1]
  if (version === undefined || !versions.includes(version) || !elementSets.includes(set))
    return { kind: 'unidentifiable', printed }
  const name = `CC ${set} ${version}`
  const spdx = `CC-${set}-${version}`
  return attribution.trim().endsWith(name) && printed === name
    ? { kind: 'exact', spdx, printed }
    : { kind: 'nonstandard', spdx, name, printed }
}

/** True where the licence, or what was meant for one, asks that the creator be named. */
export function asksForCreator(licence: LicenceReading): boolean {
  return licence.kind === 'exact' || licence.kind === 'nonstandard' || licence.kind === 'unidentifiable'
}
