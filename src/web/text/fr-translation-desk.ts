// Français : le bureau de traduction : moteurs, travaux, glossaire, mémoire.

export const translationDeskWords = {
  'policy.field.translate': 'Traduit',
  'policy.translate': 'Traduction des nouvelles pages',
  'policy.translate.hint': 'Dans la limite des budgets des moteurs.',
  'policy.translate.desk': 'comme réglé pour le bureau',
  'policy.translate.always': 'toujours, dès la lecture',
  'policy.translate.never': 'seulement sur demande',
}
