// The same sentence in a language's other alphabet, letter by letter: Serbian, Azerbaijani, Kazakh and Uyghur have several,
// and what is known of one must serve the others.

const serbianLatin = pairs(
  'а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š',
)
const azeriCyrillic = pairs(
  'a а b б c ҹ ç ч d д e е ə ә f ф g ҝ ğ ғ h һ x х ı ы i и j ж k к q г l л m м n н o о ö ө p п r р s с ş ш t т u у ü ү v в y ј z з',
)
/** Kazakh: what Wikipedia and news in Latin letters wrote (Qazaqparat), the official alphabets of 2018 and of 2021. */
const kazakhLatin = [
  'а a ә ä б b в v г g ғ ğ д d е e ё yo ж j з z и ï й y к k қ q л l м m н n ң ñ о o ө ö п p р r с s т t у w ұ u ү ü ф f х x һ h ц c ч ç ш ş щ şş ъ - ы ı і i ь - э é ю yw я ya',
  'а a ә á б b в v г g ғ ǵ д d е e ё ıo ж j з z и ı й ı к k қ q л l м m н n ң ń о o ө ó п p р r с s т t у ý ұ u ү ú ф f х h һ h ц ts ч ch ш sh щ sh ъ - ы y і i ь - э e ю ıý я ıa',
  'а a ә ä б b в v г g ғ ğ д d е e ё io ж j з z и i й i к k қ q л l м m н n ң ñ о o ө ö п p р r с s т t у u ұ ū ү ü ф f х h һ h ц s ч ch ш ş щ ş ъ - ы y і ı ь - э e ю iu я ia',
].map(pairs)
const kazakhArabic = pairs(
  'а ا ә ا б ب в ۆ г گ ғ ع д د е ە ё يو ж ج з ز и ي й ي к ك қ ق л ل м م н ن ң ڭ о و ө و п پ р ر с س т ت у ۋ ұ ۇ ү ۇ ф ف х ح һ ھ ц تس ч چ ш ش щ شش ъ - ы ى і ى ь - э ە ю يۋ я يا',
)
const uyghur = 'ا ە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ و ۇ ۆ ۈ ۋ ې ى ي ئ'.split(' ')
const uyghurLatin = pairOff(uyghur, 'a e b p t j ch x d r z j s sh gh f q k g ng l m n h o u ö ü w é i y *'.split(' '))
const uyghurCyrillic = pairOff(uyghur, 'а ә б п т җ ч х д р з ж с ш ғ ф қ к г ң л м н һ о у ө ү в е и й *'.split(' '))

export function toSerbianLatin(text: string): string {
  return swap(text.toLowerCase(), serbianLatin)
}

export function toAzeriCyrillic(text: string): string {
  return swap(text.toLowerCase().replace(/i̇/g, 'i'), azeriCyrillic)
}

/** The Latin alphabet of Uyghur web pages (Uyghur Latin Yëziqi). The carrier ئ is silent at the start of a word. */
export function toUyghurLatin(text: string): string {
  return swap(text, uyghurLatin)
    .replace(/(?<=\p{L})\*(?=\p{L})/gu, "'")
    .replace(/\*/g, '')
}

export function toUyghurCyrillic(text: string): string {
  return swap(text, uyghurCyrillic).replace(/\*/g, '').replace(/йа/g, 'я').replace(/йу/g, 'ю')
}

export function toKazakhLatin(text: string): string[] {
  return kazakhLatin.map((letters) => swap(text.toLowerCase(), letters))
}

/** Kazakh as written in China: a hamza before a word of front vowels, where no other letter shows them. */
export function toKazakhArabic(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u0400-\u052f]+/g, (word) => (/[әөүі]/.test(word) && !/[кге]/.test(word) ? `\u0674${word}` : word))
    .replace(/./gu, (letter) => kazakhArabic.get(letter) ?? letter)
}

/** Sorani as older pages and keyboards write it, with heh where the letter ە belongs. */
export function toOldSorani(text: string): string {
  return text.replace(/ە/g, 'ه').replace(/ی/g, 'ى').replace(/ک/g, 'ك')
}

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = text.split(' ').map((letter) => (letter === '-' ? '' : letter))
  return pairOff(
    letters.filter((_, at) => at % 2 === 0),
    letters.filter((_, at) => at % 2 === 1),
  )
}

function pairOff(from: readonly string[], to: readonly string[]): ReadonlyMap<string, string> {
  return new Map(from.map((letter, at) => [letter, to[at] ?? '']))
}

function swap(text: string, letters: ReadonlyMap<string, string>): string {
  return text.replace(/./gu, (letter) => letters.get(letter) ?? letter)
}
