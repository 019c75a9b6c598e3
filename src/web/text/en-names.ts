// English: names and titles in Latin letters.

export const nameWords = {
  'romanised.show': 'Latin letters',
  'romanised.shown': 'In Latin letters',
  'romanised.hide': 'Hide the Latin letters',
  'romanised.system': 'Written by {system}',
  'romanised.established': 'As agreed by the desk',
  'romanised.from.authority': '“{original}” as in the authorities',
  'romanised.from.glossary': '“{original}” as in the glossary',
  'romanised.doubts': 'What the print leaves open',
  'romanised.doubt.short-vowels': 'short vowels are not printed',
  'romanised.doubt.usual-vowels': 'vowels are those of the well-known word',
  'romanised.doubt.waw-yeh': 'a letter may be a long vowel or a consonant',
  'romanised.doubt.first-vowel': 'the first vowel is not printed',
  'romanised.doubt.construct': '-ah or -at, by the next word',
  'romanised.doubt.ezafe': 'an -e between words is not printed',
  'romanised.doubt.joined-letters': 'a first letter was taken for a small word',
  'romanised.doubt.reading': 'a letter has several readings',
  'romanised.doubt.word-division': 'where a name begins and ends was taken from what stands beside it',
  'romanised.doubt.foreign-name': 'a foreign name: its own spelling is not printed',
  'romanised.doubt.unknown-letter': 'a letter that the system does not have',
}
