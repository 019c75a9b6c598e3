// Number words that do not fit the table of number-words.ts: irregular hundreds, two thousands, one and a half, trillions, and
// ordinals that end a number in words or tell the hour. Facts, in a line each: words and value.

const lines: Readonly<Record<string, string>> = {
  en: 'trillion/trillions 1e12',
  fr: 'billion/billions 1e12, vingtaine 20, trentaine 30, quarantaine 40, cinquantaine 50, soixantaine 60, centaine/centaines 100, millier/milliers 1000',
  es: 'mil 1000, doscientos/doscientas 200, trescientos/trescientas 300, cuatrocientos/cuatrocientas 400, quinientos/quinientas 500, seiscientos/seiscientas 600, setecientos/setecientas 700, ochocientos/ochocientas 800, novecientos/novecientas 900, veintiuno/veintiún/veintiuna 21, veintidós 22, veintitrés 23, veinticuatro 24, veinticinco 25, veintiséis 26, veintisiete 27, veintiocho 28, veintinueve 29, billón/billones 1e12',
  pt: 'mil 1000, duzentos/duzentas 200, trezentos/trezentas 300, quatrocentos/quatrocentas 400, quinhentos/quinhentas 500, seiscentos/seiscentas 600, setecentos/setecentas 700, oitocentos/oitocentas 800, novecentos/novecentas 900, trilhão/trilhões 1e12',
  it: 'bilione/bilioni 1e12',
  de: 'anderthalb 1.5, billion/billionen 1e12',
  nl: 'anderhalf 1.5, biljoen 1e12',
  pl: 'dwieście 200, trzysta 300, czterysta 400, pięćset 500, sześćset 600, siedemset 700, osiemset 800, dziewięćset 900, półtora 1.5, bilion/biliony/bilionów 1e12',
  ru: 'двести/двухсот 200, триста/трёхсот/трехсот 300, четыреста/четырёхсот 400, пятьсот/пятисот 500, шестьсот/шестисот 600, семьсот/семисот 700, восемьсот/восьмисот 800, девятьсот/девятисот 900, полтора/полторы/полутора 1.5, триллион/триллиона/триллионов/трлн 1e12, тысячу 1000, девяноста 90, ста 100, пятидесяти 50, семидесяти 70, восьмидесяти 80, одиннадцати 11, четырнадцати 14, шестнадцати 16, семнадцати 17, восемнадцати 18, девятнадцати 19',
  uk: "двісті/двохсот 200, триста/трьохсот 300, чотириста/чотирьохсот 400, п'ятсот/п'ятисот 500, шістсот/шестисот 600, сімсот/семисот 700, вісімсот/восьмисот 800, дев'ятсот/дев'ятисот 900, півтора/півтори 1.5, трильйон/трильйони/трильйонів/трлн 1e12, тисячу 1000",
  tr: 'trilyon 1e12',
  ar: 'ستة 6, ألفا 1000, ألفان/ألفين/ألفي 2000, مئتان/مئتين/مئتا/مئتي/مائتان/مائتين/مائتا/مائتي 200, ثلاثمئة/ثلاثمائة 300, أربعمئة/أربعمائة 400, خمسمئة/خمسمائة 500, ستمئة/ستمائة 600, سبعمئة/سبعمائة 700, ثمانمئة/ثمانمائة/ثمانيمئة 800, تسعمئة/تسعمائة 900, مليونا/مليوني 1e6, مليونان/مليونين 2e6, ملياران/مليارين/ملياري 2e9, مليارا 1e9, تريليون/ترليون 1e12, أولى/الأولى 1, الثانية 2, الثالثة 3, الرابعة 4, الخامسة 5, السادسة 6, السابعة 7, الثامنة 8, التاسعة 9, العاشرة 10',
  fa: 'یکصد 100, دویست 200, سیصد 300, چهارصد 400, پانصد 500, پونصد 500, ششصد 600, هفتصد 700, هشتصد 800, نهصد 900, تریلیون 1e12',
  ps: 'دوه/دوو 2, درې/دریو/درېیو 3, څلور/څلورو 4, پنځه/پنځو 5, شپږ/شپږو 6, اووه/اوو 7, اته/اتو 8, نهه/نهو 9, لس/لسو 10, یوولس 11, دولس 12, دیارلس 13, څوارلس 14, پنځلس 15, شپاړس 16, اوولس 17, اتلس 18, نولس 19, شل/شلو 20, دېرش 30, څلوېښت 40, پنځوس 50, شپېته 60, اویا 70, اتیا 80, سل/سلو 100, زره/زرو 1000, میلیون/میلیونه/میلیونو/ملیون/ملیونه/ملیونو 1e6, میلیارد/میلیارده/میلیاردو/ملیارد/ملیارده 1e9',
  ur: 'کھرب 1e11',
  id: 'sebelas 11, seratus 100, seribu 1000, triliun 1e12',
  sw: 'trilioni 1e12',
}

/** Said only after another number word, because alone they mean something else: yüz is a face, half is no figure. */
const afterOthers: Readonly<Record<string, string>> = {
  en: 'half 0.5',
  tr: 'yüz 100, on 10, bir 1, altı 6',
  fr: 'demi/demie 0.5',
  es: 'uno/una/un 1, medio/media 0.5',
  pt: 'meio/meia 0.5',
  it: 'mezzo/mezza 0.5',
  ru: 'один/одна/одно 1, половиной 0.5',
  uk: 'один/одна/одне 1, половиною 0.5',
  fa: 'یک 1, سی 30, نه 9',
  ar: 'واحد/واحدة 1, ست/ستة 6',
  // Ten times what stands before, and ten more: see read-figures.ts.
  id: 'puluh -10, belas -11, satu 1',
}

/** Letters that an ordinal begins with, and its value: Сорок первая is 41. Only where a number ends. */
const ordinalStems: Readonly<Record<string, string>> = {
  ru: 'перв 1, втор 2, трет 3, четвёрт 4, четверт 4, пят 5, шест 6, седьм 7, восьм 8, девят 9, десят 10',
  uk: "перш 1, друг 2, трет 3, четверт 4, п'ят 5, шост 6, сьом 7, восьм 8, дев'ят 9, десят 10",
}
const ORDINAL_END =
  /(?:ый|ий|ой|ая|ое|ые|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ья|ье|ьи|ьего|ьей|ьем|ій|а|е|ої|ому|им|у|я|є)$/u
const englishOrdinals = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')

function readLines(all: Readonly<Record<string, string>>): (language: string) => ReadonlyMap<string, number> {
  const read = new Map<string, ReadonlyMap<string, number>>()
  return (language) => {
    const known = read.get(language)
    if (known) return known
    const words = new Map<string, number>()
    for (const entry of (all[language] ?? '').split(', ')) {
      const [forms = '', value = ''] = entry.split(' ')
      for (const form of forms.split('/')) if (form !== '' && !words.has(form)) words.set(form, Number(value))
    }
    read.set(language, words)
    return words
  }
}

export const moreNumberWords = readLines(lines)
const afterWords = readLines(afterOthers)
const stems = readLines(ordinalStems)

/** What a word adds to a number that has begun; `undefined` = it does not go on. */
export function valueAfter(word: string, language: string): number | undefined {
  const known = afterWords(language).get(word)
  if (known !== undefined) return known
  for (const [stem, value] of stems(language)) {
    if (word.startsWith(stem) && ORDINAL_END.test(word) && word.length - stem.length <= 4) return value
  }
  return undefined
}

/** twenty-first: the last part of a number that is joined by hyphens. */
export function ordinalPart(part: string): number | undefined {
  const at = englishOrdinals.indexOf(part)
  return at < 0 ? undefined : at + 1
}

/** Letters between the parts of a number that is one word. */
const joints: Readonly<Record<string, string>> = { de: 'und', nl: 'en', it: '' }
const ones: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  de: { ein: 1, eins: 1 },
  nl: { een: 1 },
  it: { uno: 1 },
}
const LONGEST = 60

/** Zweihundertfünfzig is 2, 100, 50; `undefined` = not all of it is number words. */
export function splitCompound(
  word: string,
  language: string,
  words: ReadonlyMap<string, number>,
): number[] | undefined {
  const joint = joints[language]
  if (joint === undefined || word.length > LONGEST) return undefined
  const known = [...words, ...Object.entries(ones[language] ?? {})].sort(([a], [b]) => b.length - a.length)
  const values: number[] = []
  let rest = word
  while (rest !== '') {
    const found = known.find(([one]) => rest.startsWith(one) && one.length > 1)
    if (found) {
      values.push(found[1])
      rest = rest.slice(found[0].length)
    } else if (joint !== '' && values.length > 0 && rest.startsWith(joint)) rest = rest.slice(joint.length)
    else return undefined
  }
  return values.length > 1 ? values : undefined
}
