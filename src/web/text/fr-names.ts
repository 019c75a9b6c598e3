// French: names and titles in Latin letters.

export const nameWords = {
  'romanised.show': 'Lettres latines',
  'romanised.shown': 'En lettres latines',
  'romanised.hide': 'Masquer les lettres latines',
  'romanised.system': 'Transcrit selon {system}',
  'romanised.established': 'Forme convenue par le desk',
  'romanised.from.authority': '« {original} » selon les autorités',
  'romanised.from.glossary': '« {original} » selon le glossaire',
  'romanised.doubts': 'Ce que l’imprimé ne dit pas',
  'romanised.doubt.short-vowels': 'les voyelles brèves ne sont pas écrites',
  'romanised.doubt.usual-vowels': 'voyelles du mot bien connu',
  'romanised.doubt.waw-yeh': 'une lettre peut être voyelle longue ou consonne',
  'romanised.doubt.first-vowel': 'la première voyelle n’est pas écrite',
  'romanised.doubt.construct': '-ah ou -at, selon le mot suivant',
  'romanised.doubt.ezafe': 'un -e entre les mots n’est pas écrit',
  'romanised.doubt.joined-letters': 'une première lettre a été prise pour un petit mot',
  'romanised.doubt.reading': 'un caractère a plusieurs lectures',
  'romanised.doubt.word-division': 'les limites d’un nom ont été déduites de ses voisins',
  'romanised.doubt.foreign-name': 'nom étranger : sa propre graphie n’est pas écrite',
  'romanised.doubt.unknown-letter': 'une lettre que le système ne connaît pas',
}
