// In: the words before a title. Out: the author as printed, and each name in normal order.

import { collapse } from './printed-lines.ts'

export type Author = { readonly printed: string; readonly names: readonly string[] }

const ranks =
  /^(?:(?:lt|lieutenant|maj|major|gen|general|col|colonel|brig|brigadier|capt|captain|cpt|adm|admiral|sgt|dr|prof|professor|mr|mrs|ms|sir|amb|ambassador|hon|minister|president)\b\.?\s{0,2})+/iu
const asides = /\s{0,2},?\s{0,2}\((?:ret|retd|rtd|retired)\.?\)/giu

/** The author in the words before a title; null when there are none. */
export function readAuthor(text: string): Author | null {
  const words = collapse(text).replace(/(?<!\b(?:Jr|Sr|Ph\.?D))[\s,.;:]{1,20}$/u, '')
  if (words === '' || !/\p{L}{2}/u.test(words)) return null
  return { printed: words, names: splitNames(words) }
}

/** Whether a line holds names and nothing else: two to five words with capitals, particles between them. */
export function isNameLine(text: string): boolean {
  return (
    text.length < 120 &&
    /^\p{Lu}[\p{L}\p{M}’'.-]{0,30}(?:,?\s(?:\p{Lu}[\p{L}\p{M}’'.-]{0,30}|de|da|al|bin|ibn|van|von|el|and|&|bint)){1,9}[,.:]?$/u.test(
      text,
    ) &&
    !/[^\p{Script=Latin}\P{L}]/u.test(text)
  )
}

/** Names joined by commas, "and", "&" or semicolons; a first one that is inverted ("Roe, Jane, John Doe") is turned round. */
export function splitNames(text: string): string[] {
  const bare = text.replace(asides, '')
  const pieces = bare
    .split(/\s{0,3};\s{0,3}|\s{0,3},\s{1,3}(?:and|&)\s{1,3}|\s{1,3}(?:and|&|et|y)\s{1,3}|\s{0,3},\s{0,3}/u)
    .map((piece) => piece.trim().replace(ranks, ''))
    .filter((piece) => piece !== '')
  const [first, second, ...rest] = pieces
  if (first !== undefined && second !== undefined && !first.includes(' ') && !second.includes(' '))
    return [`${second} ${first}`, ...rest]
  return pieces
}
