// In: what a person or a file says of a term. Out: the term, or why it is none, in a sentence.

import { primaryOf } from '../../lib/primary-of.ts'
import { termKinds, type GlossaryTerm, type TermKind, type TermName } from './glossary-term.ts'

export const LONGEST_NAME = 300
const LONGEST_KEY = 400
const LONGEST_NOTE = 2_000
const MOST_NAMES = 200

export type TermWords = {
  /** Empty = made of the first name. */
  readonly key: string
  /** Empty = other. */
  readonly kind: string
  readonly note: string
  readonly names: readonly TermName[]
}

export function makeTerm(given: TermWords): GlossaryTerm | string {
  const { note } = given
  const kind: TermKind | undefined = given.kind === '' ? 'other' : termKinds.find((one) => one === given.kind)
  if (!kind) return `“${given.kind.slice(0, 40)}” is no kind of term. There are: ${termKinds.join(', ')}.`
  const names = withoutTwins(given.names)
  if (names.length > MOST_NAMES) return `A term has at most ${MOST_NAMES} names.`
  if (names.some(({ text }) => text.length > LONGEST_NAME)) return `A name is longer than ${LONGEST_NAME} letters.`
  if (note.length > LONGEST_NOTE) return `The note is longer than ${LONGEST_NOTE} letters.`
  if (given.key.length > LONGEST_KEY) return `The key is longer than ${LONGEST_KEY} letters.`
  const torn = names.find((one) => names.some((other) => isSaidTwice(one, other)))
  if (torn) return `“${torn.text}” cannot be both written and forbidden in one language.`
  const agreed = names.filter(({ status }) => status !== 'forbidden')
  const [first] = agreed
  if (!first || new Set(agreed.map(({ language }) => primaryOf(language))).size < 2)
    return 'A term needs a name in two languages.'
  return { key: given.key || keyOf(first), kind, names, note: note === '' ? null : note }
}

/** The key of a term that was given none. */
export const keyOf = ({ language, text }: Pick<TermName, 'language' | 'text'>): string =>
  `${language}:${text.normalize('NFC').toLowerCase()}`

function withoutTwins(names: readonly TermName[]): TermName[] {
  const seen = new Set<string>()
  return names.filter(({ language, text, status }) => {
    const sign = JSON.stringify([language, text, status])
    return !seen.has(sign) && seen.add(sign) !== undefined
  })
}

const isSaidTwice = (one: TermName, other: TermName): boolean =>
  one.status === 'forbidden' &&
  other.status !== 'forbidden' &&
  one.text === other.text &&
  primaryOf(one.language) === primaryOf(other.language)
