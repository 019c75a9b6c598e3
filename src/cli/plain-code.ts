// In: a BCP 47 code, as detection gives it. Out: the ISO 639 code of its language, of two letters where there is one.

/** What BCP 47 calls a region's or a script's variety, and ISO 639-3 a language of its own. */
const varieties: Readonly<Record<string, string>> = { 'fa-AF': 'prs', 'az-Arab': 'azb' }

export function plainCode(tag: string): string {
  return varieties[tag] ?? tag.split('-')[0] ?? tag
}
