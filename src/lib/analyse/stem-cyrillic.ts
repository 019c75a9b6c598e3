// In: a folded word in Cyrillic letters. Out: its light stem.
// Takes the case and gender endings of Russian (and, where regular, Ukrainian, Belarusian, Bulgarian) off.
// Short words stay whole, so that Мали does not become мал.

const endings = [
  'иями',
  'ьями',
  'ями',
  'ами',
  'ыми',
  'ими',
  'его',
  'ого',
  'ему',
  'ому',
  'иях',
  'иям',
  'ием',
  'ией',
  'ии',
  'ия',
  'ию',
  'ие',
  'ах',
  'ях',
  'ам',
  'ям',
  'ом',
  'ем',
  'ым',
  'им',
  'ых',
  'их',
  'ый',
  'ий',
  'ой',
  'ей',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ую',
  'юю',
  'ою',
  'ею',
  'ью',
  'ья',
  'ье',
  'ій',
  'ія',
  'ію',
  'ії',
  'а',
  'е',
  'и',
  'й',
  'о',
  'у',
  'ы',
  'ь',
  'ю',
  'я',
  'і',
  'ї',
]
const byLength = [4, 3, 2, 1].map((length) => new Set(endings.filter((ending) => ending.length === length)))

/** Light stem; the same function on documents and queries. */
export function stemCyrillic(word: string): string {
  if (word.length < 5) return word
  const stem = withoutEnding(word)
  // министров → министр, but Лавров and Иванов keep their name.
  if (stem.length >= 7 && /(?:ов|ев|ів|їв)$/.test(stem)) return stem.slice(0, -2)
  return stem
}

function withoutEnding(word: string): string {
  for (const set of byLength) {
    const length = set.values().next().value?.length ?? 0
    // Three letters may remain of a long ending (нового, новый → нов), four of a single vowel (Газа is not газ).
    const atLeast = length >= 2 ? 3 : 4
    if (word.length - length >= atLeast && set.has(word.slice(-length))) return word.slice(0, -length)
  }
  return word
}
