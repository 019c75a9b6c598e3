import { forms } from './ar-forms.ts'
import type { Catalogue } from './t.ts'

export const searchWords: Catalogue = {
  'search.scope.original': 'الأصول وحدها',
  'search.scope.about': 'الأصول وحدها: الكلمات كما كُتبت، دون ترجمات ولا أسماء أخرى',
  'search.empty': 'لا شيء يجيب هذا الاستعلام. جرّب كلمات أقل أو خطًا آخر.',
  'search.empty.original': 'لا أصل يجيب هذا الاستعلام كما كُتب.',
  'search.widen': 'ابحث في الترجمات وتحت الأسماء الأخرى أيضًا',
  'names.label': 'أسماء أخرى يُبحث عنها',
  'names.words': '{words} أيضًا باسم',
  'names.by.glossary': 'المسرد',
  'names.by.authority': 'سجل الأسماء',
  'names.more': forms('واسم آخر', 'واسمان آخران', 'و{n} أسماء أخرى', 'و{n} اسمًا آخر'),
  'names.leftOut': forms(
    'اسم آخر لا يُبحث عنه',
    'اسمان آخران لا يُبحث عنهما',
    '{n} أسماء أخرى لا يُبحث عنها',
    '{n} اسمًا آخر لا يُبحث عنها',
  ),
  'why.label': 'طابق:',
  'why.original': '{words} في الأصل',
  'why.translation': '{words} في الترجمة: {language}، {state}',
  'why.name': '{words} {arrow} {name} ({source})',
  'why.words': '«{words}»',
  'why.as': 'باسم',
  'help.original': 'الأصول وحدها، كما كُتب: دون ترجمات ولا أسماء أخرى',
  'help.names':
    'تُطلب الكلمات في العناوين والمقدمات المترجمة أيضًا. والاسم الذي يعرفه المسرد أو سجل الأسماء يُعثر عليه تحت كل أسمائه وبأي خط، وإن استُبعد استُبعد تحتها كلها. وتقول كل نتيجة سبب ظهورها.',
  'job.index.translation': 'اجعل الترجمة قابلة للبحث',
}
