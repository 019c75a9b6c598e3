// The same sentence in a language's other alphabet, letter by letter: Serbian, Azerbaijani and Uyghur are written in several,
// and what is known of one must serve the others.

const serbianLatin = pairs(
  'а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š',
)
const azeriCyrillic = pairs(
  'a а b б c ҹ ç ч d д e е ə ә f ф g ҝ ğ ғ h һ x х ı ы i и j ж k к q г l л m м n н o о ö ө p п r р s с ş ш t т u у ü ү v в y ј z з',
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

/** Sorani as older pages and keyboards write it, with heh where the letter ە belongs. */
export function toOldSorani(text: string): string {
  return text.replace(/ە/g, 'ه').replace(/ی/g, 'ى').replace(/ک/g, 'ك')
}

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = text.split(' ')
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
