// In: a stretch of print. Out: brackets that have no partner.

export type LoneBracket = { readonly index: number; readonly bracket: string }

const partner: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
/** `a)`, `2)`, `iv)` at the start of an item are no brackets. */
const listItem = /(?:^|\s)(?:\p{L}|\d{1,2}|[ivx]{1,4})$/u

/** Past this, brackets mean nothing in the text. */
const MOST = 300

/** Brackets of `text` that nothing closes or opens, in order. */
export function loneBrackets(text: string): LoneBracket[] {
  const open: LoneBracket[] = []
  const lone: LoneBracket[] = []
  for (let index = 0; index < text.length; index += 1) {
    const bracket = text.charAt(index)
    if (lone.length > MOST || open.length > MOST) break
    if ('([{'.includes(bracket)) open.push({ index, bracket })
    const opening = partner[bracket]
    if (opening === undefined) continue
    if (open.at(-1)?.bracket === opening) open.pop()
    else if (open.length > 0 && open.at(-1)?.bracket !== opening && bracket === '}') lone.push({ index, bracket })
    else if (!listItem.test(text.slice(Math.max(0, index - 6), index))) lone.push({ index, bracket })
  }
  return [...lone, ...open].sort((a, b) => a.index - b.index)
}
