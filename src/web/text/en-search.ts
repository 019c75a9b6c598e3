// English: search across languages.

export const searchWords = {
  'search.scope.original': 'Originals alone',
  'search.scope.about': 'Originals alone: words as typed, no translations, no other names',
  'search.empty': 'Nothing answers this query. Try fewer words, or another script.',
  'search.empty.original': 'No original answers this query as it is typed.',
  'search.widen': 'Search translations and other names too',
  'names.label': 'Other names that are looked for',
  'names.words': '{words} also as',
  'names.by.glossary': 'glossary',
  'names.by.authority': 'authorities',
  'names.more': { one: 'and {n} more', other: 'and {n} more' },
  'names.leftOut': { one: '{n} name more is not looked for', other: '{n} names more are not looked for' },
  'why.label': 'Matched:',
  'why.original': '{words} in the original',
  'why.translation': '{words} in translation: {language}, {state}',
  'why.name': '{words} {arrow} {name} ({source})',
  'why.words': '“{words}”',
  'why.as': 'as',
  'help.original': 'the originals alone, as typed: no translations, no other names',
  'help.names':
    'Words are found in translated titles and leads as well. A name that the glossary or the authorities know is found under all of its names, in any script; excluded, it is left out under all of them. Every hit says why it is one.',
  'job.index.translation': 'Make a translation searchable',
}
