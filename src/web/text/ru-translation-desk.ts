// Русский: бюро переводов: движки, работа, глоссарий, память.

export const translationDeskWords = {
  'policy.field.translate': 'Переводит',
  'policy.translate': 'Перевод новых страниц',
  'policy.translate.hint': 'В пределах бюджетов движков.',
  'policy.translate.desk': 'как настроено для всех',
  'policy.translate.always': 'всегда, сразу после чтения',
  'policy.translate.never': 'только по просьбе',
}
