// Numbers as words, in the languages of the world's press: enough to know «thirty-three million» from «29».
// Looked up as folded and by the analyser's token, so that «миллиона» and «миллионов» are one word, and «ثلاثة» and «ثلاث» too.

import { analyse } from '../../lib/analyse/analyse.ts'
import { foldWord } from '../../lib/analyse/fold-letters.ts'

/** Languages → words of 2, 3, … 20, then of 30, 40, … 90. A bar separates forms of one number, - leaves one out. */
const smallNumbers: Readonly<Record<string, string>> = {
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - - vingt trente quarante cinquante soixante - - -',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  pt: 'dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  it: 'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  nl: 'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  ru: 'два|две|двух три|трёх|трём|тремя четыре|четырёх пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать двенадцать|двенадцати тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят семьдесят восемьдесят девяносто',
  uk: 'два|дві|двох три|трьох чотири|чотирьох п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто',
  ar: 'اثنان|اثنين|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر - - - - - - - - - عشرين|عشرون ثلاثين|ثلاثون أربعين|أربعون خمسين|خمسون ستين|ستون سبعين|سبعون ثمانين|ثمانون تسعين|تسعون',
  fa: 'دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود',
  ps: 'دوه درې|درېیو څلور|څلورو پنځه شپږ|شپږو اووه|اوو اته نهه لس یوولس دوولس دیارلس څوارلس پنځلس شپاړس اوولس اتلس نولس شل دېرش څلوېښت پنځوس شپېته اویا اتیا نوي',
  ur: 'دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس تیس چالیس پچاس ساٹھ ستر اسی نوے',
  id: 'dua tiga empat lima enam tujuh delapan|lapan sembilan sepuluh sebelas - - - - - - - - - - - - - - - -',
  tr: 'iki üç dört beş altı yedi sekiz dokuz on - - - - - - - - - yirmi otuz kırk elli altmış yetmiş seksen doksan',
  sw: 'mbili tatu nne tano sita saba nane tisa kumi - - - - - - - - - ishirini thelathini arobaini hamsini sitini sabini themanini tisini',
  hi: 'दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
  pl: 'dwa|dwie|dwóch trzy|trzech cztery|czterech pięć|pięciu sześć|sześciu siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
}
const smallValues = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90]

/** Words that multiply what stands before them. */
const multipliers: readonly (readonly [number, string])[] = [
  [100, 'hundred cent cents cento hundert honderd مئة مائة yüz ratus सौ'],
  [200, 'deux-cents doscientos duzentos двести مئتين مئتي مائتين دویست'],
  [300, 'trescientos trezentos триста ثلاثمئة ثلاثمائة سیصد'],
  [400, 'cuatrocientos quatrocentos четыреста أربعمئة أربعمائة چهارصد'],
  [500, 'quinientos quinhentos пятьсот خمسمئة خمسمائة پانصد'],
  [600, 'seiscientos seiscentos шестьсот ستمئة ستمائة ششصد'],
  [700, 'setecientos setecentos семьсот سبعمئة سبعمائة هفتصد'],
  [800, 'ochocientos oitocentos восемьсот ثمانمئة ثمانمائة هشتصد'],
  [900, 'novecientos novecentos девятьсот تسعمئة تسعمائة نهصد'],
  [
    1_000,
    'thousand thousands mille mil mila tausend duizend тысяча тысячи тысяч тысячам тысячах тыс тисяч тисячі тисяча ألف آلاف ألفا هزار زره ہزار ribu bin elfu हज़ार हजार tysiąc tysiące tysięcy',
  ],
  [100_000, 'lakh لاکھ लाख'],
  [
    1_000_000,
    'million millions millón millones milhão milhões milione milioni million millionen miljoen миллион миллиона миллионов млн мільйон мільйонів مليون ملايين مليونا میلیون میلیونه ملیون ملین juta milyon milioni मिलियन milion miliony milionów',
  ],
  [10_000_000, 'crore کروڑ करोड़'],
  [
    1_000_000_000,
    'billion billions milliard milliards bilhão bilhões miliardo miliardi milliarde milliarden miljard миллиард миллиарда миллиардов млрд мільярд мільярдів مليار مليارات مليارا میلیارد میلیارده ارب miliar milyar bilioni अरब miliard miliardy miliardów',
  ],
  [
    1_000_000_000_000,
    'trillion trillions billón billones trilhão trilhões триллион триллиона триллионов трлн تريليون تریلیون triliun trilyon',
  ],
]

/** Words between parts of one number: «two hundred and six». */
export const numberJoints: ReadonlySet<string> = new Set(['and', 'et', 'y', 'e', 'und', 'و', 'dan', 'i'])

/** `multiplies`: it counts what stands before it, as «hundred» and «million» do. */
export type NumberWord = { readonly value: number; readonly multiplies: boolean }

/** Which words mean which number in a language; English ones are known everywhere, since names and units travel. */
export function numberWordsOf(language: string): ReadonlyMap<string, NumberWord> {
  const base =
    language === 'ms' ? 'id' : language === 'fa-AF' || language === 'prs' ? 'fa' : (language.split('-')[0] ?? '')
  const known = tables.get(base)
  if (known) return known
  const table = makeTable(base)
  if (tables.size > 200) tables.clear()
  tables.set(base, table)
  return table
}

const tables = new Map<string, ReadonlyMap<string, NumberWord>>()

function makeTable(language: string): ReadonlyMap<string, NumberWord> {
  const table = new Map<string, NumberWord>()
  const small = smallNumbers[language]?.split(' ') ?? []
  for (const [at, forms] of small.entries())
    if (forms !== '-')
      for (const form of forms.split('|')) addWord(table, form, { value: smallValues[at] ?? 0, multiplies: false })
  for (const [value, words] of multipliers)
    for (const word of words.split(' ')) addWord(table, word, { value, multiplies: value >= 1000 || value === 100 })
  // Billón and bilhão differ by a factor of a thousand; the long scale is that of Spanish.
  if (language === 'es') addWord(table, 'billones', { value: 1e12, multiplies: true })
  return table
}

function addWord(table: Map<string, NumberWord>, word: string, meaning: NumberWord): void {
  const tokens = analyse(word)
  const [only] = tokens
  if (!only || tokens.length !== 1) return
  table.set(foldWord(word), meaning)
  // Two numbers may have one stem (ثلاث and ثلاثون): then the smaller one keeps it.
  if (!table.has(only.token)) table.set(only.token, meaning)
}
