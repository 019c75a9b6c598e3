import { forms } from './ru-forms.ts'
import type { Catalogue } from './t.ts'

export const searchWords: Catalogue = {
  'search.scope.original': 'Только оригиналы',
  'search.scope.about': 'Только оригиналы: слова как набраны, без переводов и других имён',
  'search.empty': 'На этот запрос ничего не отвечает. Попробуйте меньше слов или другую письменность.',
  'search.empty.original': 'Ни один оригинал не отвечает на запрос в том виде, как он набран.',
  'search.widen': 'Искать также в переводах и под другими именами',
  'names.label': 'Другие имена, которые ищутся',
  'names.words': '{words} также как',
  'names.by.glossary': 'глоссарий',
  'names.by.authority': 'справочник имён',
  'names.more': forms('и ещё {n}', 'и ещё {n}', 'и ещё {n}'),
  'names.leftOut': forms('ещё {n} имя не ищется', 'ещё {n} имени не ищутся', 'ещё {n} имён не ищутся'),
  'why.label': 'Найдено:',
  'why.original': '{words} в оригинале',
  'why.translation': '{words} в переводе: {language}, {state}',
  'why.name': '{words} {arrow} {name} ({source})',
  'why.words': '«{words}»',
  'why.as': 'как',
  'help.original': 'только оригиналы, как набрано: без переводов и других имён',
  'help.names':
    'Слова ищутся и в переведённых заголовках и вводках. Имя, известное глоссарию или справочнику имён, находится под всеми именами, в любой письменности; исключённое — исключается под всеми. Каждый результат говорит, почему он найден.',
  'job.index.translation': 'Внести перевод в поиск',
}
