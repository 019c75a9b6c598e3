// In: a BCP 47 tag and the names that an engine has for its languages. Out: the name to ask it by.
// Engines name languages by tags of their own age: “zt”, “pb”, “ZH-HANT”, “pes_Arab”, “hbs”. What these are is said by
// Unicode’s aliases and likely subtags (CLDR, in Intl); what is here are only the names that no standard knows.

type Kind = {
  readonly language: string
  readonly script: string
  readonly region: string
  /** The tag names the country itself: it is not only the likely one. */
  readonly isOfCountry: boolean
}

/** LibreTranslate’s for traditional Chinese and Brazilian Portuguese; the Pashto of models of many languages. */
const odd: Readonly<Record<string, string>> = { zt: 'zh-Hant', pb: 'pt-BR', 'pbt-arab': 'ps' }
/** One language under several names, where an engine has the one and pages say the other. */
const sameLanguage: Readonly<Record<string, string>> = { hr: 'sr', bs: 'sr', cnr: 'sr', sh: 'sr' }
const norwegian: ReadonlySet<string> = new Set(['no', 'nn', 'nb'])
const kinds = new Map<string, Kind | null>()

/**
 * The engine’s name for a language; undefined = it does not have it. Another country’s form will do where there is no own
 * (Dari by way of Persian); another script will not do to write in (traditional Chinese), but may be read.
 */
export function matchCode(tag: string, codes: readonly string[], side: 'source' | 'target'): string | undefined {
  const wanted = kindOf(tag)
  if (!wanted) return undefined
  let best: { readonly code: string; readonly points: number } | undefined
  for (const code of codes) {
    const points = compare(wanted, kindOf(code), side)
    if (points > (best?.points ?? 0)) best = { code, points }
  }
  return best?.code
}

/** What an engine’s name for a language is in BCP 47: “zt” is zh-Hant, “spa” is es. */
export function tagOfCode(code: string): string {
  const tag = code.replaceAll('_', '-').toLowerCase()
  try {
    return Intl.getCanonicalLocales(odd[tag] ?? tag)[0] ?? code
  } catch {
    return code
  }
}

function compare(wanted: Kind, kind: Kind | null, side: 'source' | 'target'): number {
  if (!kind) return 0
  const isSame = kind.language === wanted.language
  // Croatian written by an engine of Serbian would not be Croatian.
  const isKin = side === 'source' && groupOf(kind) === groupOf(wanted)
  if (!isSame && !isKin) return 0
  if (side === 'target' && kind.script !== wanted.script) return 0
  const country = kind.region === wanted.region ? 4 : kind.isOfCountry ? 0 : 2
  const asPlain = kind.isOfCountry === wanted.isOfCountry ? 1 : 0
  return (isSame ? 32 : 1) + (kind.script === wanted.script ? 16 : 0) + country + asPlain
}

const groupOf = ({ language }: Kind): string => sameLanguage[language] ?? language

function kindOf(code: string): Kind | null {
  const known = kinds.get(code)
  if (known !== undefined) return known
  const tag = code.replaceAll('_', '-').toLowerCase()
  let kind: Kind | null = null
  try {
    const said = new Intl.Locale(odd[tag] ?? tag)
    const { language, script = '', region = '' } = said.maximize()
    kind = {
      language: norwegian.has(language) ? 'nb' : language,
      script,
      region,
      isOfCountry: said.region !== undefined,
    }
  } catch {
    // Not a tag at all.
  }
  kinds.set(code, kind)
  return kind
}
