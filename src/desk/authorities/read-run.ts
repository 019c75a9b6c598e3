// In: a run of capitalised words. Out: what it names and what speaks for which kind: an office in front of it, a word of
// organisations in it, a preposition of place before it, the mark of a weapon. A run may name several things.

import type { AuthorityKind } from '../../domain/authority.ts'
import {
  officeWords,
  organisationWords,
  placePrepositions,
  placeWords,
  regionWords,
  speechWords,
  weaponWords,
} from './cue-words.ts'
import type { Run, Word } from './find-runs.ts'

/** How strongly a place in the text speaks for each kind. */
export type Votes = Partial<Record<Exclude<AuthorityKind, 'country'>, number>>

export type Naming =
  | { readonly kind: 'country'; readonly country: string; readonly words: readonly Word[] }
  | { readonly kind: 'name'; readonly words: readonly Word[]; readonly votes: Votes; readonly role: readonly Word[] }

export type CountryOf = (folded: string) => string | undefined

const portfolioWords = new Set(
  'affairs agriculture commerce communication communications culture defence defense economy education energy environment finance foreign health information infrastructure interior internal intelligence justice labor labour mines oil petroleum planning religious security state territorial tourism trade transport transportation water'.split(
    ' ',
  ),
)
const groupWords = new Set(
  'affiliate affiliated aligned allied backed held inspired led linked run armies army branch cell coup faction fighter fighters forces group groups insurgents junta leader leaders leadership mercenaries mercenary militants militia militias movement operatives organization party rebels separatists soldiers spokesman spokesperson spokeswoman troops members'.split(
    ' ',
  ),
)

const genericWords = new Set(
  'armed central civil coast combined constitutional democratic electoral federal ground great high independent joint land left main military national new people peoples popular presidential private public red revolutionary right royal ruling space special supreme transitional united'.split(
    ' ',
  ),
)

const LONGEST_COUNTRY = 5
const LONGEST_PERSON = 4

/** Pure. @param countryOf ISO 3166-1 alpha-2 of folded words, undefined for those of no country */
export function readRun(run: Run, countryOf: CountryOf): Naming[] {
  const { role, rest } = takeOffice(run.words, countryOf)
  const { countries, left } = takeCountries(rest, countryOf)
  const fromRole = role.length > 0 ? takeCountries(role, countryOf).countries : []
  const named: Naming[] = [...fromRole, ...countries]
  const words = trimJoints(withoutPartner(left, countryOf))
  const first = words[0]
  if (!first || words.every(({ folded }) => officeWords.has(folded) || isRegional(folded))) return named
  const isWhole = words[0] === run.words[0]
  const before = isWhole ? run.before : ''
  const lowRole = isWhole && officeWords.has(before)
  const hasRole = role.length > 0 || lowRole
  const votes = judge(words, { before, after: run.after, hasRole, isFirst: run.isFirst && isWhole })
  return [...named, { kind: 'name', words, votes, role }]
}

/** West African: of somebody, not somebody. */
function isRegional(folded: string): boolean {
  return folded.split('-').every((part) => regionWords.has(part))
}

/** Splits off the office that stands before a name: “Russian Foreign Minister” of “Russian Foreign Minister Ivan Sorel”. */
function takeOffice(words: readonly Word[], countryOf: CountryOf): { role: readonly Word[]; rest: readonly Word[] } {
  let last = -1
  for (const [at, { folded }] of words.entries()) {
    const isOffice = officeWords.has(folded)
    const isPortfolio = portfolioWords.has(folded) || folded === 'of' || folded === 'and' || folded === 'the'
    if (isOffice || (last >= 0 && isPortfolio && leadsOn(words, at))) last = at
    else if (last >= 0 || !(isPortfolio || countryOf(folded) !== undefined)) break
  }
  const rest = words.slice(last + 1)
  const isPerson = last >= 0 && rest.length > 0 && rest.length <= LONGEST_PERSON && !rest.some(isOrganisation)
  return isPerson ? { role: words.slice(0, last + 1), rest } : { role: [], rest: words }
}

/** “Minister of Defense” goes on; “General and …” does not. */
function leadsOn(words: readonly Word[], at: number): boolean {
  return words.slice(at).some(({ folded }) => portfolioWords.has(folded)) || portfolioWords.has(words[at]?.folded ?? '')
}

const isOrganisation = ({ folded }: Word): boolean => organisationWords.has(folded)

/** “Armed Forces” needs its country to be a name; “Wagner Group” does not. */
function isGeneric(folded: string): boolean {
  return (
    organisationWords.has(folded) || portfolioWords.has(folded) || officeWords.has(folded) || genericWords.has(folded)
  )
}

/** Countries at the head of a run, and the run itself where it is one. What is left may be named after one. */
function takeCountries(words: readonly Word[], countryOf: CountryOf): { countries: Naming[]; left: readonly Word[] } {
  const countries: Naming[] = []
  const kept = words.some(isOrganisation)
  let at = 0
  while (at < words.length) {
    const size = countryAt(words, at, countryOf)
    if (size === 0) break
    const part = words.slice(at, at + size)
    const country = countryOf(part.map(({ folded }) => folded).join(' '))
    if (country !== undefined) countries.push({ kind: 'country', country, words: part })
    at += size
  }
  // “Malian Armed Forces” is named after Mali and is a name as a whole; “Malian Colonel” is not.
  const inside = words.slice(at).findIndex(({ folded }, place) => place > 0 && folded === 'of')
  const behind = inside < 0 ? 0 : countryAt(words, at + inside + 1, countryOf)
  if (behind > 0) {
    const part = words.slice(at + inside + 1, at + inside + 1 + behind)
    const country = countryOf(part.map(({ folded }) => folded).join(' '))
    if (country !== undefined) countries.push({ kind: 'country', country, words: part })
  }
  const isPartOfName = kept && at < words.length && isGeneric(words[at]?.folded ?? '')
  return { countries, left: isPartOfName ? words : words.slice(at) }
}

/** “Ostmark Corps and Veltrian [troops]” names the Corps. */
function withoutPartner(words: readonly Word[], countryOf: CountryOf): readonly Word[] {
  const at = words.findLastIndex(({ text }) => text === 'and')
  if (at < 0) return words
  return words.slice(at + 1).every(({ folded }) => countryOf(folded) !== undefined) ? words.slice(0, at) : words
}

function countryAt(words: readonly Word[], at: number, countryOf: CountryOf): number {
  for (let size = Math.min(LONGEST_COUNTRY, words.length - at); size > 0; size--) {
    const part = words.slice(at, at + size)
    if (countryOf(part.map(({ folded }) => folded).join(' ')) !== undefined) return size
  }
  return 0
}

function trimJoints(words: readonly Word[]): readonly Word[] {
  let [from, to] = [0, words.length]
  const isLow = (word: Word | undefined): boolean => word !== undefined && /^\p{Ll}+$/u.test(word.text)
  while (from < to && isLow(words[from])) from += 1
  while (to > from && isLow(words[to - 1])) to -= 1
  return words.slice(from, to)
}

type Around = { readonly before: string; readonly after: string; readonly hasRole: boolean; readonly isFirst: boolean }

function judge(words: readonly Word[], { before, after, hasRole, isFirst }: Around): Votes {
  if (words.some(isWeaponMark)) return { 'weapon-system': 4 }
  if (hasRole && words.length <= LONGEST_PERSON && !words.some(isOrganisation)) return { person: 5 }
  const votes: Votes = {}
  const vote = (kind: keyof Votes, weight: number): void => {
    votes[kind] = (votes[kind] ?? 0) + weight
  }
  if (words.some(({ folded }, at) => organisationWords.has(folded) && (at > 0 || words.length > 1)))
    vote('organisation', 3)
  if (words.some(({ folded }) => placeWords.has(folded)) && words.length > 1) vote('place', 2.5)
  if (words.length === 1 && isAcronym(words[0]?.text ?? '')) vote('organisation', 2)
  if (weaponWords.has(after) && words.length <= 2 && !words.some(isOrganisation)) vote('weapon-system', 1.5)
  if (groupWords.has(after)) vote('organisation', 1.5)
  // Regimes are called after whoever rules.
  if (words.length === 1 && /^(?:regime|administration|presidency)$/.test(after)) vote('person', 1.5)
  const isLong = words.length >= 2 && words.length <= LONGEST_PERSON
  const isPlace = placePrepositions.has(before)
  if (isPlace) vote('place', surePlace.has(before) && !isLong ? 1.2 : 0.6)
  // Two capitals that nothing else claims are somebody's name.
  if (isLong) vote('person', speechWords.has(after) ? 2 : isPlace ? 0.5 : 1)
  // One word at the head of a sentence may be any word.
  if (!isLong && speechWords.has(after) && !isFirst) vote('person', 0.6)
  return votes
}

const surePlace = new Set(['in', 'at', 'near', 'outside', 'inside', 'across'])

/** Su-57, T-72B3, GM200, TB2; not G20 or COVID-19. */
function isWeaponMark({ text }: Word): boolean {
  return /^(?!(?:G|COVID|BRICS|CO|H\dN)-?\d)(?:\p{Lu}\p{L}{0,9}-\d{1,4}\p{Lu}{0,3}\d{0,2}|\p{Lu}{1,4}\d{1,4}\p{Lu}{0,2}|\p{Lu}-\d{2,4}\p{L}{0,3}\d?)$/u.test(
    text,
  )
}

const notAcronyms = /^(?:TV|AI|EU|IT|ID|OK|[IVXLC]+)$/

/** NATO, UN, CSP-DPA. */
export function isAcronym(text: string): boolean {
  return /^\p{Lu}{2,8}(?:-\p{Lu}{2,6})*s?$/u.test(text) && (text === 'EU' || !notAcronyms.test(text))
}
