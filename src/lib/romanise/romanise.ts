// In: words in their own script. Out: the same in Latin letters by a named standard, with what cannot be known from the print.
// The script form is kept beside it: a romanised form is derived and can be made again.
// Why a list of doubts: Arabic script leaves short vowels out, Chinese its readings. Nothing is told as certain that is not printed.

/** Systems of the United States Board on Geographic Names and the Permanent Committee on Geographical Names; ISO for Chinese. */
export type RomanisationSystem =
  | 'bgnpcgn-1956-ara'
  | 'bgnpcgn-1958-fas'
  | 'bgnpcgn-1968-pus'
  | 'bgnpcgn-2007-prs'
  | 'bgnpcgn-1947-rus'
  | 'bgnpcgn-2019-ukr'
  | 'iso-7098-2015-zho'

/**
 * What the print does not say.
 * - `short-vowels`: vowels are missing between letters that need some
 * - `usual-vowels`: a word without vowel signs was read as the well-known word that it looks like
 * - `waw-yeh`: whether a letter is a long vowel, a diphthong or a consonant was taken from its neighbours
 * - `first-vowel`: the word begins with a vowel that is not written
 * - `construct`: whether a feminine ending leans on the next word (-at) or not (-ah)
 * - `ezafe`: between two words a vowel may be said that is not written (-e)
 * - `joined-letters`: a first letter was taken for a conjunction or preposition before an article
 * - `reading`: a Chinese letter has several readings, and its word does not decide
 * - `word-division`: which letters are one word, or a name, was taken from what stands beside them
 * - `foreign-name`: a name of another language, whose own spelling is not in the print
 * - `unknown-letter`: a letter that the system does not have was left as it is
 */
export type Doubt =
  | 'short-vowels'
  | 'usual-vowels'
  | 'waw-yeh'
  | 'first-vowel'
  | 'construct'
  | 'ezafe'
  | 'joined-letters'
  | 'reading'
  | 'word-division'
  | 'foreign-name'
  | 'unknown-letter'

/** An English form that is agreed on, and who says so. */
export type EstablishedForm = { readonly text: string; readonly from: 'authority' | 'glossary' }

export type Romanised =
  | {
      readonly kind: 'romanised'
      /** As it was given. */
      readonly original: string
      readonly text: string
      /** `established`: every word of it comes from the table of established forms. */
      readonly system: RomanisationSystem | 'established'
      readonly doubts: readonly Doubt[]
      /** Stretches that were taken from the table of established English forms. */
      readonly established: readonly (EstablishedForm & { readonly original: string })[]
    }
  | { readonly kind: 'not-done'; readonly original: string; readonly reason: string }

export type RomaniseOptions = {
  /** The established English form of a name in its script, or `undefined`. It wins over every system. */
  readonly findEstablished?: (name: string) => EstablishedForm | undefined
  /** Whether each word begins with a capital, for scripts that have none; names do, sentences do not. */
  readonly isName?: boolean
  /** Whether tones are marked (Chinese); they are unless it says no. */
  readonly tones?: boolean
}

/** What a system makes of text in its script. */
export type Letters = { readonly text: string; readonly doubts: ReadonlySet<Doubt> }

type SystemOptions = { readonly isName: boolean; readonly tones: boolean; readonly isInside: boolean }
type System = {
  readonly id: RomanisationSystem
  /** Loads what it needs, and no other's tables. */
  readonly load: () => Promise<(text: string, options: SystemOptions) => Letters>
}

const inArabic = (id: RomanisationSystem, name: 'arabic1956' | 'persian1958' | 'pashto1968' | 'dari2007'): System => ({
  id,
  async load() {
    const [{ romaniseArabicScript }, tables] = await Promise.all([
      import('./arabic-script.ts'),
      import('./arabic-tables.ts'),
    ])
    return (text, { isName }) => romaniseArabicScript(text, tables[name], isName)
  },
})

const dari = inArabic('bgnpcgn-2007-prs', 'dari2007')
const systems: Readonly<Record<string, System>> = {
  ar: inArabic('bgnpcgn-1956-ara', 'arabic1956'),
  fa: inArabic('bgnpcgn-1958-fas', 'persian1958'),
  prs: dari,
  'fa-af': dari,
  ps: inArabic('bgnpcgn-1968-pus', 'pashto1968'),
  ru: { id: 'bgnpcgn-1947-rus', load: async () => (await import('./cyrillic.ts')).romaniseRussian },
  uk: { id: 'bgnpcgn-2019-ukr', load: async () => (await import('./cyrillic.ts')).romaniseUkrainian },
  zh: { id: 'iso-7098-2015-zho', load: async () => (await import('./chinese.ts')).romaniseChinese },
}

const reasons: Readonly<Record<string, string>> = {
  ja: 'The reading of Japanese characters is not in the print, and no table of readings is in this version.',
}

/** `fa-Arab-AF` is Dari as `fa-AF` is; `zh-Hant` is Chinese. */
function findSystem(language: string): System | undefined {
  const parts = language.toLowerCase().split('-')
  const primary = parts[0] ?? ''
  const regional = parts.includes('af') ? `${primary}-af` : primary
  const key = Object.hasOwn(systems, regional) ? regional : primary
  return Object.hasOwn(systems, key) ? systems[key] : undefined
}

/**
 * @param language BCP 47; only its first part counts, and the region for Persian
 */
export async function romanise(text: string, language: string, options: RomaniseOptions = {}): Promise<Romanised> {
  const { findEstablished = () => undefined, isName = false, tones = true } = options
  const system = findSystem(language)
  const stretches = splitEstablished(text, findEstablished)
  const established = stretches.flatMap(({ original, form }) => (form ? [{ original, ...form }] : []))
  const open = stretches.filter(
    ({ form, original }) => form === undefined && /[^\p{Script=Latin}\P{L}]/u.test(original),
  )
  if (!system && open.length > 0) {
    const primary = language.toLowerCase().split('-')[0] ?? ''
    const known = Object.hasOwn(reasons, primary) ? reasons[primary] : undefined
    const reason = known ?? `There is no system for the language “${language.slice(0, 35)}” in this version.`
    return { kind: 'not-done', original: text, reason }
  }
  const write = system && open.length > 0 ? await system.load() : undefined
  const doubts = new Set<Doubt>()
  const pieces: string[] = []
  let tail = ''
  for (const { original, form } of stretches) {
    const isOpen = form === undefined && /[^\p{Script=Latin}\P{L}]/u.test(original)
    const letters = isOpen ? write?.(original, { isName, tones, isInside: tail.trim() !== '' }) : undefined
    for (const doubt of letters?.doubts ?? []) doubts.add(doubt)
    if (/[^\p{Script=Latin}\P{L}]/u.test(letters?.text ?? '')) doubts.add('unknown-letter')
    const added = form?.text ?? letters?.text ?? original
    const piece = needsSpace(tail, original, added) ? ` ${added}` : added
    pieces.push(piece)
    tail = (tail + piece).slice(-MOST_TAIL)
  }
  const id = system && (open.length > 0 || established.length === 0) ? system.id : 'established'
  return {
    kind: 'romanised',
    original: text,
    text: pieces.join(''),
    system: id,
    doubts: [...doubts].sort(),
    established,
  }
}

/** Letters of what is written so far that are looked at. */
const MOST_TAIL = 40

/** Scripts without spaces get some between a name of the table and what stands beside it. */
function needsSpace(tail: string, original: string, added: string): boolean {
  const isUnspaced = /\p{Script=Han}/u.test(original) || /^\s*$/u.test(original)
  return isUnspaced && /[\p{L}\p{N}]$/u.test(tail) && /^[\p{L}\p{N}“(]/u.test(added)
}

/** Every run of words that could be one name, of the first words of a text: what a caller looks up before it gives `findEstablished`. */
export function listPossibleNames(text: string): string[] {
  const words = readWords(text.slice(0, LONGEST_LOOKED_UP))
  const names = new Set<string>()
  for (const [first, word] of words.entries()) {
    for (const last of words.slice(first, first + longestFrom(word))) {
      const name = text.slice(word.index, last.index + last[0].length)
      if (canBeName(name)) names.add(name)
    }
  }
  return [...names]
}

type Stretch = { readonly original: string; readonly form?: EstablishedForm }

/** A name has at most this many words, or letters where each is a word. */
const LONGEST_NAME = 6
const LONGEST_HAN = 10
/** Letters of a text whose names are looked up: more is no name and no title. */
const LONGEST_LOOKED_UP = 10_000
const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’ʼ\u200c·-])+/gu

const readWords = (text: string): RegExpExecArray[] => [...text.matchAll(WORDS)]
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word)
const longestFrom = (word: RegExpExecArray | undefined): number => (isHan(word?.[0] ?? '') ? LONGEST_HAN : LONGEST_NAME)
/** One Chinese letter is no name; several are one without spaces and signs between them. */
const canBeName = (name: string): boolean => !isHan(name) || /^[\p{Script=Han}·]{2,}$/u.test(name)

/** The text in stretches, each a name of the table or what stands between names. Longer names win over shorter ones. */
function splitEstablished(text: string, findEstablished: (name: string) => EstablishedForm | undefined): Stretch[] {
  const words = readWords(text)
  const stretches: Stretch[] = []
  let done = 0
  for (let first = 0; first < words.length; first++) {
    const found = longestName(text, words, first, findEstablished)
    const start = words[first]?.index ?? done
    if (!found) continue
    if (start > done) stretches.push({ original: text.slice(done, start) })
    stretches.push({ original: text.slice(start, found.end), form: found.form })
    done = found.end
    first = found.last
  }
  if (done < text.length) stretches.push({ original: text.slice(done) })
  return stretches
}

function longestName(
  text: string,
  words: readonly RegExpExecArray[],
  first: number,
  findEstablished: (name: string) => EstablishedForm | undefined,
): { end: number; last: number; form: EstablishedForm } | undefined {
  const start = words[first]?.index ?? 0
  for (let last = Math.min(words.length, first + longestFrom(words[first])) - 1; last >= first; last--) {
    const word = words[last]
    if (!word) continue
    const end = word.index + word[0].length
    const name = text.slice(start, end)
    const form = canBeName(name) ? findEstablished(name) : undefined
    if (form !== undefined) return { end, last, form }
  }
  return undefined
}
