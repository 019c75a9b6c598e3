// In: two neighbouring pieces that the general rules (UAX 29) hold for two sentences. Out: whether they are one all the same.
// What UAX 29 cannot know: abbreviations, initials, ordinals and dates, and what a closing quotation mark leads over to.

import { primaryOf } from '../../lib/primary-of.ts'
import { abbreviationsOf } from './abbreviations.ts'

const CLOSERS = '["\'”’»›“‟)\\]}」』】〉》]*'
const endsWithStop = new RegExp(`([\\p{L}\\p{M}\\p{N}.'’"״׳-]+)\\.${CLOSERS}\\s*$`, 'u')
const endsWithCall = new RegExp(`[?!؟…？！。]["'”’»›“‟)\\]」』]+[,،]?\\s*$`, 'u')
/** Initials in Urdu are names of Latin letters, each with the stop that also ends sentences: «ایم۔ اے۔ خان». */
const endsWithUrduLetter =
  /(?<!\p{L})(?:اے|بی|سی|ڈی|ای|ایف|جی|ایچ|آئی|جے|کے|ایل|ایم|این|او|پی|کیو|آر|ایس|ٹی|یو|وی|ڈبلیو|ایکس|وائی|زیڈ)۔\s*$/u
const beginsSmall = /^["'“‘«‹„(\[]*\p{Ll}/u
const beginsWithNumber = /^[("'“«]*\p{Nd}/u
const beginsWithMark = /^\s*[,;:،؛、；：)\]»”’]/u
/** Verbs and pronouns by which letters without case go on after a quotation that ended in a call or a question. */
const goesOnSpeaking =
  /^[^，。！？“”「」\s]{0,10}(?:说|說|问|問|道|表示|回答|喊|指出|称|稱|告诉|告訴)|^(?:と|って|という|などと|とも)|^(?:قال|قالت|يقول|تقول|سأل|أضاف|گفت|پرسید|افزود|انہوں نے کہا)(?=[\s،,:.])/u
/** Languages that write ordinals and dates as number and stop. */
const ordinalLanguages = new Set('de da nb no nn sv fi is cs sk sl hr sr bs hu pl et lv lt tr eu'.split(' '))
const afterOrdinal =
  /^(?:jahrhundert|jahrestag|kongress|parteitag|division|brigade|bataillon|oktober|(?:přelom|stolet)|század|yüzyıl|kolordu|tümen|tugay|ordu|dünya|madde|sınıf|armee)/iu

/** @param language BCP 47, or null when it is not known */
export function joinsNext(piece: string, next: string, language: string | null): boolean {
  // An own line is an own sentence: lists, verses, headings without a stop.
  if (/[\n\r\u2028\u2029]\s*$/.test(piece)) return false
  if (beginsWithMark.test(next)) return true
  // Who was named before the quotation is not named after it again.
  if (endsWithCall.test(piece))
    return beginsSmall.test(next) || (!/[：:]\s*[“「『"]/.test(piece) && goesOnSpeaking.test(next))
  if (endsWithUrduLetter.test(piece)) return true
  const stop = endsWithStop.exec(piece)
  if (!stop) return false
  return stopsWithinSentence(stop[1] ?? '', piece, next, language)
}

function stopsWithinSentence(word: string, piece: string, next: string, language: string | null): boolean {
  const bare = word.replace(/^["'“«(]+/, '').toLowerCase()
  if (isInitial(bare, piece)) return true
  if (/^\p{Nd}{1,2}$/u.test(bare)) return isOrdinal(language, next) || isListNumber(piece)
  const known = abbreviationsOf(language)
  if (!known.has(bare) && !known.has(bare.slice(bare.lastIndexOf('-') + 1))) return false
  // “in 2019 г.” may end a sentence; “г. Энск” is a title.
  if (/^[гр]$/.test(bare) && !/[\p{N}IVX]\s*[гр]\.\s*$/u.test(piece)) return true
  // What only stands for a unit or an “and so on” ends a sentence where a capital follows; a title never does.
  const primary = primaryOf(language)
  if (titles.has(bare) && (primary === 'es' || primary === 'pt' || primary === 'ca')) return true
  return !mayEndSentence.has(bare) || beginsSmall.test(next) || beginsWithNumber.test(next)
}

/** A son in English (“Smith Jr.”), a gentleman in Spanish. */
const titles: ReadonlySet<string> = new Set(['sr'])
const mayEndSentence = new Set(
  'etc. usw itd itp atd apod enz osv stb dll dsb т.д т.п др пр г гг р руб тыс млн млрд r tys mln mld mil tis kč u.s u.k u.n ee.uu a.m p.m вип ін inc ltd co corp jr sr грн тис م هـ ق.م h м'.split(
    ' ',
  ),
)

/** “J. F. Ortega”, “А. Б. Иванов”, “أ. ب.”: one letter, or letters with stops between, after which a name goes on. */
function isInitial(bare: string, piece: string): boolean {
  const isUncased = bare.toLowerCase() === bare.toUpperCase()
  if (isUncased && /^\p{L}(?:\.\p{L}){1,4}$/u.test(bare)) return true
  if (!/^\p{L}(?:\.?-?\p{L}\.?)?$/u.test(bare) || bare.length > 3) return false
  const letter = /(\p{L}\p{M}*)\.\S*\s*$/u.exec(piece)?.[1] ?? ''
  const isCased = letter.toLowerCase() !== letter.toUpperCase()
  if (bare.length > 1 && !bare.includes('.')) return false
  return isCased ? letter !== letter.toLowerCase() : bare.length === 1
}

function isOrdinal(language: string | null, next: string): boolean {
  const primary = primaryOf(language)
  if (!ordinalLanguages.has(primary)) return false
  const word = /^[\p{L}\p{M}]+/u.exec(next)?.[0].toLowerCase() ?? ''
  return beginsSmall.test(next) || afterOrdinal.test(next) || monthsOf(primary).has(word)
}

/** “1. Introduction” at the beginning of a line. */
const isListNumber = (piece: string): boolean => /^\s*\(?\p{Nd}{1,2}\.\s*$/u.test(piece)

const months = new Map<string, ReadonlySet<string>>()

function monthsOf(language: string): ReadonlySet<string> {
  const known = months.get(language)
  if (known) return known
  const names = new Set<string>()
  for (const month of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
    const inDate = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' })
    for (let index = 0; index < 12; index++) {
      const day = Date.UTC(2023, index, 5)
      names.add(alone.format(day).toLowerCase().replace('.', ''))
      for (const part of inDate.formatToParts(day))
        if (part.type === 'month') names.add(part.value.toLowerCase().replace('.', ''))
    }
  }
  months.set(language, names)
  return names
}
