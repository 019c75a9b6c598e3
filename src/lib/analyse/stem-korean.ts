// In: a word in Hangul. Out: the word without its particle.
// Korean writes particles onto nouns; they come off where at least two syllables remain.

const particles =
  /(?:에서는|에게서|으로는|으로서|으로써|에서|에게|으로|까지|부터|이라|라고|에는|과의|와의|은|는|이|가|을|를|의|에|로|와|과|도|만)$/

/** Light stem; the same function on documents and queries. */
export function stemKorean(word: string): string {
  if (word.length < 3) return word
  const rest = word.replace(particles, '')
  return rest.length >= 2 ? rest : word
}
