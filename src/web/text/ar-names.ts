// Arabic: names and titles in Latin letters.

export const nameWords = {
  'romanised.show': 'حروف لاتينية',
  'romanised.shown': 'بالحروف اللاتينية',
  'romanised.hide': 'إخفاء الحروف اللاتينية',
  'romanised.system': 'مكتوب وفق {system}',
  'romanised.established': 'كما اتفق عليه المكتب',
  'romanised.from.authority': '«{original}» كما في الأسماء المعتمدة',
  'romanised.from.glossary': '«{original}» كما في المسرد',
  'romanised.doubts': 'ما لا يقوله المطبوع',
  'romanised.doubt.short-vowels': 'الحركات غير مطبوعة',
  'romanised.doubt.usual-vowels': 'حركات الكلمة المعروفة',
  'romanised.doubt.waw-yeh': 'قد يكون الحرف مدا أو صامتا',
  'romanised.doubt.first-vowel': 'الحركة الأولى غير مطبوعة',
  'romanised.doubt.construct': 'ah- أو at- بحسب الكلمة التالية',
  'romanised.doubt.ezafe': 'قد تكون بين الكلمتين كسرة غير مطبوعة',
  'romanised.doubt.joined-letters': 'عُدّ الحرف الأول كلمة صغيرة',
  'romanised.doubt.reading': 'للرمز أكثر من قراءة',
  'romanised.doubt.word-division': 'حدود الاسم مأخوذة مما يجاوره',
  'romanised.doubt.foreign-name': 'اسم أجنبي لا يظهر إملاؤه الأصلي',
  'romanised.doubt.unknown-letter': 'حرف لا يعرفه النظام',
}
