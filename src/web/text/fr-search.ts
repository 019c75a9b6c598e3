import type { Catalogue } from './t.ts'

export const searchWords: Catalogue = {
  'search.scope.original': 'Originaux seuls',
  'search.scope.about': 'Originaux seuls : les mots tels quels, sans traductions ni autres noms',
  'search.empty': 'Rien ne répond à cette requête. Essayez moins de mots, ou une autre écriture.',
  'search.empty.original': 'Aucun original ne répond à cette requête telle quelle.',
  'search.widen': 'Chercher aussi dans les traductions et sous d’autres noms',
  'names.label': 'Autres noms recherchés',
  'names.words': '{words} aussi comme',
  'names.by.glossary': 'glossaire',
  'names.by.authority': 'autorités',
  'names.more': { one: 'et {n} autre', many: 'et {n} autres', other: 'et {n} autres' },
  'names.leftOut': {
    one: '{n} autre nom n’est pas recherché',
    many: '{n} autres noms ne sont pas recherchés',
    other: '{n} autres noms ne sont pas recherchés',
  },
  'why.label': 'Trouvé :',
  'why.original': '{words} dans l’original',
  'why.translation': '{words} en traduction : {language}, {state}',
  'why.name': '{words} {arrow} {name} ({source})',
  'why.words': '« {words} »',
  'why.as': 'comme',
  'help.original': 'les originaux seuls, tels quels : sans traductions ni autres noms',
  'help.names':
    'Les mots sont cherchés aussi dans les titres et débuts traduits. Un nom connu du glossaire ou des autorités est trouvé sous tous ses noms, dans toute écriture ; exclu, il l’est sous tous. Chaque résultat dit pourquoi il en est un.',
  'job.index.translation': 'Rendre une traduction cherchable',
}
