// Small decisions about text from outside: which way it runs, and how it begins. Pure.

const LEAD = 200
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The direction of the first letter that has one. */
export function firstDirection(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/** The first words of a text, about 200 characters, without the title it may begin with; null when nothing is left. */
export function shortenLead(opening: string, title: string | null): string | null {
  const text = opening.replace(/\s+/g, ' ').trim()
  const rest = title !== null && title !== '' && text.startsWith(title) ? text.slice(title.length).trim() : text
  if (rest.length <= LEAD) return rest === '' ? null : rest
  const cut = rest.slice(0, LEAD)
  const lastSpace = cut.lastIndexOf(' ')
  // Scripts without spaces are cut between letters, but never inside one.
  const end = lastSpace > LEAD * 0.6 ? lastSpace : LEAD
  return `${rest
    .slice(0, end)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}
