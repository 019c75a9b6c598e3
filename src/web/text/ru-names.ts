// Russian: names and titles in Latin letters.

export const nameWords = {
  'romanised.show': 'Латиницей',
  'romanised.shown': 'Латинскими буквами',
  'romanised.hide': 'Скрыть латиницу',
  'romanised.system': 'Записано по {system}',
  'romanised.established': 'Как принято в редакции',
  'romanised.from.authority': '«{original}» по списку имён',
  'romanised.from.glossary': '«{original}» по глоссарию',
  'romanised.doubts': 'Чего не видно в печати',
  'romanised.doubt.short-vowels': 'краткие гласные не напечатаны',
  'romanised.doubt.usual-vowels': 'гласные известного слова',
  'romanised.doubt.waw-yeh': 'буква может быть долгой гласной или согласной',
  'romanised.doubt.first-vowel': 'первая гласная не напечатана',
  'romanised.doubt.construct': '-ah или -at, по следующему слову',
  'romanised.doubt.ezafe': '-e между словами не печатается',
  'romanised.doubt.joined-letters': 'первая буква принята за служебное слово',
  'romanised.doubt.reading': 'у знака несколько чтений',
  'romanised.doubt.word-division': 'границы имени взяты по соседним словам',
  'romanised.doubt.foreign-name': 'иностранное имя: его собственное написание не напечатано',
  'romanised.doubt.unknown-letter': 'буква, которой нет в системе',
}
