// Number words of the languages we meet oftenest: facts, in a line each. One word may have several forms, after a slash.
// Order: 0–20, then 30, 40 … 90, then 100, 1,000, a million, a billion (10⁹). A dash: left out, because it means something else too.

import { primaryOf } from '../../lib/primary-of.ts'
import { moreNumberWords } from './more-number-words.ts'

const lines: Readonly<Record<string, string>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred/hundreds thousand/thousands million/millions billion/billions',
  fr: 'zéro - deux trois quatre cinq six sept huit - dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts/quatre-vingt quatre-vingt-dix cent/cents mille million/millions milliard/milliards',
  es: 'cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento/cientos mil/miles millón/millones -',
  pt: 'zero - dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento mil milhão/milhões bilhão/bilhões',
  it: 'zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento/centinaia mille/mila milione/milioni miliardo/miliardi',
  de: 'null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert/hunderte tausend/tausende million/millionen milliarde/milliarden',
  nl: 'nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd/honderden duizend/duizenden miljoen/miljoenen miljard/miljarden',
  pl: 'zero - dwa/dwie/dwóch/dwoje trzy/trzech/troje cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto tysiąc/tysiące/tysięcy milion/miliony/milionów miliard/miliardy/miliardów',
  ru: 'ноль - два/две/двух/двоих/двое/оба три/трёх/трех/трое четыре/четырёх/четырех/четверо пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать/двенадцати тринадцать четырнадцать пятнадцать/пятнадцати шестнадцать семнадцать восемнадцать девятнадцать двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят восемьдесят девяносто сто/сотни/сотен тысяча/тысячи/тысяч/тыс миллион/миллиона/миллионов/млн миллиард/миллиарда/миллиардов/млрд',
  uk: 'нуль - два/дві/двох/двоє/обидва три/трьох/троє чотири/чотирьох п’ять/п’яти шість/шести сім/семи вісім/восьми дев’ять/дев’яти десять/десяти одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто сто/сотні тисяча/тисячі/тисяч/тис мільйон/мільйони/мільйонів/млн мільярд/мільярди/мільярдів/млрд',
  tr: 'sıfır - iki üç dört beş altı yedi sekiz dokuz on/- onbir oniki onüç ondört onbeş onaltı onyedi onsekiz ondokuz yirmi otuz kırk elli altmış yetmiş seksen doksan - bin milyon milyar',
  ar: 'صفر - اثنان/اثنين/اثنتان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس - سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر - - - - - - - - - عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين مئة/مائة/مئات ألف/آلاف مليون/ملايين مليار/مليارات',
  fa: 'صفر - دو سه چهار پنج شش هفت هشت نه/- ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی/- چهل پنجاه شصت هفتاد هشتاد نود صد/صدها هزار/هزاران میلیون/میلیون‌ها میلیارد',
  ur: 'صفر - دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس تیس چالیس پچاس ساٹھ ستر اسی نوے سو ہزار - ارب',
  id: 'nol - dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas - - - - - - - - - - - - - - - - ratus/ratusan/seratus ribu/ribuan/seribu juta/sejuta miliar',
  sw: 'sifuri - mbili/wawili tatu/watatu nne/wanne tano/watano sita saba nane/wanane tisa kumi - - - - - - - - - ishirini thelathini arobaini hamsini sitini sabini themanini tisini mia elfu milioni bilioni',
}

const values = [
  ...Array.from({ length: 21 }, (_, at) => at),
  30,
  40,
  50,
  60,
  70,
  80,
  90,
  100,
  1_000,
  1_000_000,
  1_000_000_000,
]
const read = new Map<string, ReadonlyMap<string, number>>()

/** Number word in lower case → its value. Empty for a language that we do not know the words of. */
export function numberWordsOf(language: string | null): ReadonlyMap<string, number> {
  const primary = primaryOf(language)
  const known = read.get(primary)
  if (known) return known
  const words = new Map<string, number>()
  const fields = (lines[primary] ?? '').split(' ')
  for (const [at, field] of fields.entries()) {
    if (field.includes('-') && field.length <= 3) continue
    for (const form of field.split('/')) if (form !== '') words.set(form.replaceAll('’', "'"), values[at] ?? 0)
  }
  for (const [word, value] of moreNumberWords(primary)) if (!words.has(word)) words.set(word, value)
  read.set(primary, words)
  return words
}
