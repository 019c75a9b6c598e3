// English: the translation desk: engines, work, glossary, memory.

export const translationDeskWords = {
  'policy.field.translate': 'Translates',
  'policy.translate': 'Translation of new pages',
  'policy.translate.hint': 'Within the budgets of the engines.',
  'policy.translate.desk': 'as the desk is set',
  'policy.translate.always': 'always, as soon as read',
  'policy.translate.never': 'only when asked',
}
