// العربية: مكتب الترجمة: المحركات والأعمال والمسرد والذاكرة.

export const translationDeskWords = {
  'policy.field.translate': 'يترجم',
  'policy.translate': 'ترجمة الصفحات الجديدة',
  'policy.translate.hint': 'في حدود ميزانيات المحركات.',
  'policy.translate.desk': 'كما ضُبط المكتب',
  'policy.translate.always': 'دائمًا، فور قراءتها',
  'policy.translate.never': 'عند الطلب فقط',
}
