// Facts about words in Arabic script: what may stand before an article, which nouns stand before another noun, which endings
// are written with the word before them. Spelt plainly (see usual-words.ts).

import { spellPlain } from './usual-words.ts'

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(spellPlain))

/** Nouns that, without an article and before another noun, are nearly always in the construct: Muḩāfaz̧at Baghdād. */
export const constructNouns = wordsOf(
  'محافظة مدينة بلدية قرية منطقة ولاية جمهورية مملكة دولة إمارة جامعة وزارة هيئة وكالة قناة صحيفة جريدة مجلة حركة جبهة جماعة كتلة لجنة شركة جزيرة بحيرة قلعة محطة قاعدة سورة مديرية ساحة كنيسة غرفة سفارة رئاسة كلية مدرسة منظمة نقابة رابطة مؤسسة دائرة قيادة فرقة كتيبة مكتبة حديقة ضاحية ناحية',
)
/** Words that begin with a letter and the letters of the article, and have no article in them. */
export const withoutArticle = wordsOf(
  'والد والدة والده والدته والدي والدين والي والية بالغ بالغة بالغا بالون بالونات باليستي باليستية بالستي بالستية بالم بالي بالطو بالوعة فالح كالح كالو',
)
/** First halves of names with an article inside them: ‘Abd or Raḩmān, Zeyn od Dīn. */
export const beforeArticle = wordsOf(
  'عبد ابو ابی ذو زین نور شمس سیف علاء علا جلال جمال کمال نظام قطب محی شهاب صدر ناصر معز حجت آیت روح فضل فتح نصر حبیب عزت اسد ید ذبیح حزب انصار ولی سعد ضیاء رکن برهان بهاء نجم بدر صلاح رحمت نعمت امیر بیت دار جبل سراج نجیب حفیظ عنایت هدایت صبغت امان سمیع ثنا عین غلام',
)
/** Endings that are written with the word before them, though a space may stand between. */
export const persianEndings = wordsOf('آباد')
export const afghanEndings = wordsOf('آباد زاده زی')
/** Small words: no relation is left unwritten after them, and they have no capital in a name. */
export const smallWords = wordsOf(
  'از به با در بر برای را که و این آن تا هر یک دو است شد کرد شود کند باید د او په له ته کې في من إلى على عن مع لا ما بين بعد قبل ضد حول',
)
