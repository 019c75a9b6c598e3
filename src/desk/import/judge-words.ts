// In: a title. Out: its script, whether it is English, and which language it is most likely in.
// Titles are a few words long: the little words of a language tell most, letters that only it has tell the rest.

const scripts = [
  'Arab',
  'Cyrl',
  'Hebr',
  'Deva',
  'Hang',
  'Kana',
  'Hani',
  'Grek',
  'Geor',
  'Armn',
  'Thai',
  'Beng',
  'Ethi',
] as const
const scriptPatterns: readonly [string, RegExp][] = [
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
]

export type Script = (typeof scripts)[number] | 'Latn'

/** Words that hardly any other language of the table uses as often. */
const littleWords: Readonly<Record<string, string>> = {
  en: 'the of and to for with is are its from by after over against says will how why at into amid as not has have be this that their on in',
  fr: 'le la les des du de et un une est dans pour par sur au aux avec en qui que ce cette son sa ses leur à se sous contre après entre l d',
  es: 'el los las del de y un una en que por para con se su al es más tras sobre contra como entre sin hasta lo la fue',
  pt: 'o os as do da dos das de e um uma em que por para com no na nos nas se ao à após são mais sobre dois não',
  it: 'il lo gli di e un una che per con nel della delle dei del al alla sono più dopo tra fra si contro le la è',
  de: 'der die das und von mit den dem des ein eine ist im für auf nach gegen über wird zu bei aus sich nicht als',
  nl: 'de het een van en met voor op in is te aan bij naar niet door over om zijn uit',
  id: 'yang di dan dari untuk dengan ini itu pada ke adalah oleh warga tidak akan mereka dalam sebagai telah bisa kuat polisi',
  ms: 'yang di dan dari untuk dengan ini itu pada ke adalah oleh bagi telah tidak akan dalam kerana',
  tr: 've bir bu için ile da de olarak çok daha en gibi sonra kadar olan ise değil',
  'fa-Latn': 'ra beh ba dar az va ye e ast barayeh baraye mi ma iran shod konad dehand tabegh keh ta bayad bar',
  pl: 'i w na z do się nie że przez dla od po jest oraz jak o przy',
  sw: 'ya wa na kwa za la katika ni cha kuwa yake hii',
  et: 'ja on ei see kui oma mis kes ning ka eesti seda aga nii meie teie saab olla või',
  vi: 'của và là có trong cho được với không các một về',
  so: 'oo ka ku iyo ee waa ah la uu soo',
  ha: 'da na ta ya a ga don su kuma wannan',
  uz: 'va bilan uchun bu ham bir',
  az: 'və ilə bu üçün bir də',
  ro: 'și în de la cu pe din un o care pentru este nu mai',
  sv: 'och i att det som en på är av för med till den har inte',
}
const tables = new Map(Object.entries(littleWords).map(([language, words]) => [language, new Set(words.split(' '))]))
const letters: readonly [string, RegExp][] = [
  ['es', /[ñ¿¡]/u],
  ['pt', /[ãõ]/u],
  ['fr', /[œêèùûîï]|[ldqs]’[aeéiouh]/iu],
  ['tr', /[ğışİ]/u],
  ['pl', /[łąęśżź]/u],
  ['de', /[ßäü]/u],
  ['vi', /[ăơưđ]/u],
  ['az', /ə/u],
  ['ro', /[șță]/u],
  ['et', /õ|ää|öö|üü/u],
]

/** The script that most letters belong to. */
export function scriptOf(text: string): Script {
  let best: Script = 'Latn'
  let most = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  for (const [script, pattern] of scriptPatterns) {
    const count = text.match(pattern)?.length ?? 0
    if (count > most) [best, most] = [script as Script, count]
  }
  return best
}

/** Whether a title in Latin letters is English. Without a word that tells, it is taken for English unless `surely`. */
export function isEnglish(text: string, surely = false): boolean {
  if (scriptOf(text) !== 'Latn') return false
  const scores = weighLanguages(text)
  const english = scores.get('en') ?? 0
  const other = Math.max(0, ...[...scores].filter(([language]) => language !== 'en').map(([, score]) => score))
  return surely ? english > other : english >= other
}

/** The language of a line when its words speak clearly for one: twice at least, and more than for any other. */
export function clearLanguage(text: string): string | null {
  const script = scriptOf(text)
  if (script !== 'Latn') return script
  const [first, second] = [...weighLanguages(text)].toSorted((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

/** The language of Latin letters that the little words speak for; null = nothing speaks. */
export function latinLanguage(text: string): string | null {
  const ranked = [...weighLanguages(text)].toSorted((a, b) => b[1] - a[1])
  const [first] = ranked
  return first === undefined || first[1] === 0 ? null : first[0]
}

function weighLanguages(text: string): Map<string, number> {
  const words = text
    .slice(0, 2000)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
  const scores = new Map<string, number>()
  for (const [language, table] of tables) scores.set(language, words.filter((word) => table.has(word)).length)
  for (const [language, pattern] of letters) {
    if (pattern.test(text.toLowerCase())) scores.set(language, (scores.get(language) ?? 0) + 1.5)
  }
  return scores
}
