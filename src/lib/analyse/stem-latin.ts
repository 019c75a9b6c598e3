// In: a folded word in Latin letters. Out: its light stem.
// One stemmer for all languages in Latin letters, since neither a query nor a quotation says which it is in.
// It takes plurals and a few regular endings off (English, French, Spanish, Portuguese, Indonesian) and never
// touches short words: a name mangled into a word is worse than a plural missed.

/** Names in the singular, some of which would turn into others: Hamas is not Hama. */
const names = new Set(
  `hamas laos lagos davos texas kansas dallas honduras caracas bahamas barbados comoros abbas mars reuters hermes wales naples
  athens brussels james thomas nicolas lucas carlos burgos marcos santos ramos campos`.split(/\s+/),
)

/** Words that end otherwise are their own stem. */
const lastLetters = 'aesx'

/** Light stem; the same function on documents and queries. */
export function stemLatin(word: string): string {
  if (word.length < 4 || !lastLetters.includes(word.charAt(word.length - 1)) || names.has(word)) return word
  const singular = withoutPlural(word)
  const bare = singular.length >= 8 && singular.endsWith('nya') ? singular.slice(0, -3) : singular
  return withoutFinalE(bare)
}

function withoutPlural(word: string): string {
  if (word.endsWith('aux'))
    return word.length < 6 || word.endsWith('eaux') ? cutAfter(word, 1, 3) : `${word.slice(0, -3)}al`
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return singularOfIs(word)
  if (word.endsWith('ies') && word.length >= 6) return `${word.slice(0, -3)}y`
  if (/[cs]oes$/.test(word) && word.length >= 6) return `${word.slice(0, -3)}ao`
  if (/(?:sse|xe|che|she)s$/.test(word) && word.length >= 5) return word.slice(0, -2)
  return cutAfter(word, 1, 3)
}

/** nacionais → nacional, françaises → français → the same. */
function singularOfIs(word: string): string {
  return word.endsWith('ais') && word.length >= 6 ? `${word.slice(0, -3)}al` : word
}

function withoutFinalE(word: string): string {
  if (word.endsWith('ie') && word.length >= 5) return `${word.slice(0, -2)}y`
  if (!word.endsWith('e') || word.length < 6) return word
  return singularOfIs(word.slice(0, -1))
}

function cutAfter(word: string, letters: number, atLeast: number): string {
  return word.length - letters >= atLeast ? word.slice(0, -letters) : word
}
