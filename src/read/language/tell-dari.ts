// In: the words of a Persian text. Out: how likely it is the Persian of Afghanistan (Dari, `fa-AF`) and not that of Iran.
// One written language with two vocabularies: what the state, the school and the street are called, the months, loans by way of
// English (جاپان, المان, جنوری) or of French (ژاپن, آلمان, ژانویه), and a few spellings. A sentence with none of these cannot be
// told, and the answer says so.

import { EXPECTED } from './weigh-evidence.ts'

/** Log-odds: decides nearly alone; leans; a place or theme of Afghanistan, of which Iranians write as well. */
const [STRONG, WEAK, THEME, IRANIAN] = [2.6, 0.8, 0.8, -1.2]

/** More is written in Iran; but a desk that reads Afghan outlets meets Dari often. */
const PRIOR = -1.3
/** Many words of one kind come from one theme: together they count at most so much. */
const MOST = { theme: 2, iranian: -6 }

const strong = wordSet(`
  ولسوالی ولسوالیها ولسوالیهای ولسوال قوماندان قوماندانی امنیه شاروالی شاروال ښاروالی پوهنتون پوهنتونها پوهنحی پوهنځی پوهاند پوهنمل محصلان محصلین
  شفاخانه شفاخانهها شفاخانههای داکتر داکتران موتر موترها موترهای موترسایکل سرک سرکها سرکهای طیاره طیارات طیارههای مکاتب متعلم متعلمان متعلمین لیسه لیسهها
  جرگه څارنوال څارنوالی سارنوال سارنوالی ستره احصائیه احصاییه نفوس عسکر عساکر پولیس هوتل کمپنی کمپنیهای تلیفون ترانسپورت بایسکل فابریکه فابریکات انجنیر انجنیران
  فیصد فاکولته صنوف صنفی صنفهای جنوری فبروری مارچ اپریل جولای اگست سپتمبر اکتوبر نومبر دسمبر ثور جوزا سنبله باشنده باشندگان باشندهگان مؤظف استخبارات
  انکشافی معاشات اجراآت اجراات یوناما ماینها ماینپاکی صدراعظم جنرال جنرالان دگروال دگرمن تورن جگړن مرمی پدرکلان مادرکلان پیسه چوکی کلکین تشناب دوکان دوکاندار
  مارکیت پطرول کچالو تربوز جاپان جاپانی سویدن سویس هالند پولند دنمارک هسپانیه هسپانیا ارژانتین کوریای افریقا افریقای آسترالیا انترنت انترنتی کمپیوتر کمپیوترها
  تکنالوژی فزیک بکتریا اکسیجن هایدروجن نایتروجن کلتور کلتوری فلم فلمها فلمهای دالر دالری ملیون بلیون ملیارد امریکاییها استند کرکتبازان گروپ گروپهای صحی
  داخله هراسافگن هراسافگنان هراسافگنی دستآورد دستآوردها دستآوردهای برگشتکنندهگان عودتکننده عودتکنندهگان بیجاشده بیجاشدهگان تیلفون برتانیه برتانیا یوکراین
  اوکرایین لکچر ستدیوم سکتور سکتورهای اعمار قونسل قونسلگری ولسیجرگه مشرانوجرگه کابینهی خوراکه سهمگیری مصوونیت مصؤنیت مصئونیت مکلف مکلفیت کانکور
`)

const weak = wordSet(`
  ولایت ولایات ولایتهای والی ساحه ساحات مسوول مسوولان مسوولین مسوولیت رییس میباشد میباشند مینماید مینمایند نموده نمودند نمایند گردیده گردیدند اطفال طفل
  امریکا امریکایی المان کوریا اکثراً بعداً مکتب پروسه پاسپورت زراعت مالیه عدلیه معارف انکشاف قضایا صنف محصل کورس راکت قوای تذکره محکمه درین ازین برین ملکی
  خنثا خنثی معین والیان تیل ماین پروگرام پروگرامهای شماری باهم مهاجرین مجاهدین ارگان ارگانهای مسلکی رسانهیی سرتاسری
`)

const theme = wordSet(`
  افغانستان افغان افغانها افغانی افغانهای کابل هرات قندهار کندهار بلخ مزارشریف ننگرهار جلالآباد هلمند کندز قندوز بدخشان بامیان غزنی پکتیا پکتیکا خوست
  نیمروز فراه بادغیس غور دایکندی سمنگان جوزجان فاریاب سرپل تخار بغلان پروان پنجشیر کاپیسا لغمان کنر نورستان وردک لوگر زابل ارزگان طالبان طالب
  امارت هزاره هزارهها پشتون پشتونها ازبیک پشتو دری تورخم کرزی
`)

const iranian = wordSet(`
  تهران ایران ایرانی اصفهان مشهد شیراز تبریز دانشجو دانشجویان دانشجوی بیمارستان بیمارستانها بیمارستانهای پزشک پزشکان خیابان خیابانها خیابانهای هواپیما هواپیمای
  فرودگاه پلیس شهرداری شهردار استان استانهای استاندار شهرستان بخشدار فرماندار خودرو خودروها خودروهای دوچرخه کشاورزی کشاورزان شیمی شیمیایی ژاپن ژاپنی
  آمریکا آمریکایی آمریکاییها آلمان آلمانی آفریقا میلیون دلار ژانویه فوریه آوریل ژوئن ژوئیه اوت اکتبر سپتامبر نوامبر دسامبر فروردین اردیبهشت خرداد
  مرداد شهریور مهر آبان آذر بهمن اسفند تومان ریال رایانه اینترنت اینترنتی ژنرال موشک موشکی هلند سوئد سوئیس نروژ لهستان اسپانیا اتریش دانمارک
  سینما فیلم فیلمهای رئیسجمهور کارخانه کارخانهها دبیرستان دبستان کلانتری سپاه پاسداران خبرگزاری ایسنا ایرنا تسنیم هتل تلفن
  پدربزرگ مادربزرگ مغازه شناسنامه گذرنامه باکتری اکسیژن هیدروژن فیزیک کامپیوتر پاییز
`)

/**
 * The probability, 0–1, that a Persian text is Dari.
 *
 * @param words as `sampleText` gives them: lower case, without joiners (میشود, باشندهگان)
 * @param expected BCP 47 tags that others expect: `fa-AF` or `prs`, or `fa-IR`
 */
export function tellDari(words: readonly string[], expected: readonly string[] = []): number {
  const sums = { own: 0, theme: 0, iranian: 0 }
  for (const word of new Set(words.map(foldLetters))) {
    if (strong.has(word) || hasOldPlural(word)) sums.own += STRONG
    else if (weak.has(word)) sums.own += WEAK
    else if (theme.has(word)) sums.theme += THEME
    else if (iranian.has(word)) sums.iranian += IRANIAN
  }
  const said = sums.own + Math.min(sums.theme, MOST.theme) + Math.max(sums.iranian, MOST.iranian)
  return 1 / (1 + Math.exp(-(PRIOR + said + expectation(expected))))
}

function expectation(expected: readonly string[]): number {
  if (expected.some((tag) => /^(?:fa-AF|prs)\b/i.test(tag))) return EXPECTED
  return expected.some((tag) => /^fa-IR\b/i.test(tag)) ? -EXPECTED : 0
}

/** Kabul writes خانواده‌گی and باشنده‌گان with the heh that Tehran drops; and ۀ where Tehran writes ه‌ی. */
function hasOldPlural(word: string): boolean {
  return word.length > 5 && /(?:هگان|هگی|هگیهای|هیی)$/.test(word)
}

function foldLetters(word: string): string {
  return word.replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/ۀ$/, 'ه')
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.replaceAll('\u200c', '').split(/\s+/).filter(Boolean))
}
