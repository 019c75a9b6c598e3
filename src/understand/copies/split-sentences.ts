// In: a text. Out: its sentences as ranges. Good enough for comparing: what is cut too often is cut so on both sides.

/** UTF-16 offsets: `text.slice(start, end)` is the sentence. */
export type SentenceRange = { readonly start: number; readonly end: number }

const END =
  /(?<=[.!?؟۔।]["”»’)\]]{0,3})\s+(?=["“«‘(\[¿¡]{0,3}[\p{Lu}\p{Lo}\p{Nd}])|(?<=[。！？][」』”）]{0,3})(?![」』”）])/gu
/** «U.S. forces», «Mr. Ali», «le 17. Juli»: no end of a sentence. */
const ABBREVIATED = /(?:^|[\s.(])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2}|\p{Nd}{1,2})\.$/u

/** At most `most` sentences, without the spaces around them; line ends always end one. */
export function splitSentences(text: string, most: number): SentenceRange[] {
  const ranges: SentenceRange[] = []
  for (let from = 0; from < text.length && ranges.length < most;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    addLine(text, from, to, ranges)
    from = to + 1
  }
  return ranges.slice(0, most)
}

function addLine(text: string, from: number, to: number, ranges: SentenceRange[]): void {
  const line = text.slice(from, to)
  let start = 0
  const borders = [...line.matchAll(END)].map((match) => ({ at: match.index, next: match.index + match[0].length }))
  for (const { at, next } of [...borders, { at: line.length, next: line.length }]) {
    const piece = line.slice(start, at)
    if (at < line.length && isAbbreviated(piece, line.slice(next, next + 1))) continue
    const lead = piece.length - piece.trimStart().length
    if (piece.trim() !== '') ranges.push({ start: from + start + lead, end: from + start + piece.trimEnd().length })
    start = next
  }
}

/** A short word before a number is a month or a «No.»; before anything else it may well end a sentence. */
function isAbbreviated(piece: string, next: string): boolean {
  return (
    ABBREVIATED.test(piece.slice(-6)) || (/\p{Nd}/u.test(next) && /(?:^|[\s.,])\p{L}{2,5}\.$/u.test(piece.slice(-8)))
  )
}
