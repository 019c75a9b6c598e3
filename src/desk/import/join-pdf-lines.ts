// In: the lines of a PDF with their places on the page. Out: its text, a paragraph a line, with an empty line between.
// A digest is full of addresses and labels: an address that the edge of the page broke is made whole, a label begins a line.

export type PlacedLine = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
  readonly page: number
}

const label =
  /^(?:\[[ivxl]{1,7}\]|(?:image|source|attribution|summary)\s{0,3}:|(?:sources|notes|image information)\s{0,3}:?$|\d{4}-\d{2}-\d{2}\s|[*•‣▪]\s)/iu
const ended = /[.!?…:؟۔][”"’»)\]]{0,3}(?:\[[ivxl]{1,7}\])?$/u

/** Joins the lines into paragraphs. */
export function joinPdfLines(lines: readonly PlacedLine[]): string {
  const usualGap = median(lines.flatMap((line, at) => gapOf(lines[at - 1], line)))
  const edge = Math.max(0, ...lines.map((line) => line.right))
  const words = new Set(lines.flatMap((line) => line.text.toLowerCase().split(/[^\p{L}\p{M}]+/u)))
  let text = ''
  let before: PlacedLine | undefined
  for (const line of lines) {
    if (before === undefined) text = line.text
    else if (beginsNew(before, line, usualGap, edge))
      text += (isTight(before, line, usualGap) ? '\n' : '\n\n') + line.text
    else text = joinLine(text, line.text, words)
    before = line
  }
  return text
}

function gapOf(before: PlacedLine | undefined, line: PlacedLine): number[] {
  if (before === undefined || before.page !== line.page) return []
  const gap = before.y - line.y
  return gap > 0 && gap < line.height * 4 ? [gap] : []
}

function beginsNew(before: PlacedLine, line: PlacedLine, usualGap: number, edge: number): boolean {
  if (label.test(line.text) || Math.abs(before.height - line.height) > before.height * 0.15) return true
  const isBroken = /\p{Ll}[-\u00ad\u2010]$/u.test(before.text) && /^\p{Ll}/u.test(line.text)
  const isShort = !isBroken && before.right < edge - (edge - before.x) * 0.2 && hadRoom(before, line, edge)
  if (before.page !== line.page || line.y >= before.y) return isShort || ended.test(before.text)
  return before.y - line.y > usualGap * 1.3 || isShort
}

/** The first word of the next line would have fitted: the line was ended on purpose. */
function hadRoom(before: PlacedLine, line: PlacedLine, edge: number): boolean {
  const word = /^\S+/u.exec(line.text.slice(0, 300))?.[0] ?? ''
  const letter = (line.right - line.x) / Math.max(1, line.text.length)
  return edge - before.right > letter * (word.length + 1) * 1.15 + before.height * 0.3
}

/** Labels of an image block stand close under each other. */
function isTight(before: PlacedLine, line: PlacedLine, usualGap: number): boolean {
  return before.page === line.page && before.y > line.y && before.y - line.y <= usualGap * 1.3
}

function joinLine(text: string, next: string, words: ReadonlySet<string>): string {
  if (endsInAddress(text) && continuesAddress(next)) return text + next
  if (!/\p{Ll}[-\u00ad\u2010]$/u.test(text) || !/^\p{Ll}/u.test(next)) return `${text} ${next}`
  return isOneWord(text, next, words) ? text.slice(0, -1) + next : text + next
}

function endsInAddress(text: string): boolean {
  return /(?:https?:\/\/|www\.)\S{0,2000}$/iu.test(text.slice(-2100)) && !/[.,;]$/u.test(text)
}

/** What goes on with an address has marks of one, or is the last word before the line is full of something else. */
function continuesAddress(next: string): boolean {
  const token = /^\S{1,2000}/u.exec(next)?.[0] ?? ''
  return /[-/%_=&?#]|\.\w|\d{4}|^[\p{Ll}\d]+[.;]?$/u.test(token) && !/^[“"([]/u.test(token)
}

/** A hyphen at the edge was put there unless both halves are words of this text. */
function isOneWord(text: string, next: string, words: ReadonlySet<string>): boolean {
  const head = (/[\p{L}\p{M}]+(?=.$)/u.exec(text.slice(-60))?.[0] ?? '').toLowerCase()
  const tail = (/^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? '').toLowerCase()
  if (words.has(head + tail)) return true
  return (
    text.endsWith('\u00ad') ||
    head.length < 3 ||
    !/[\p{L}][-\u2010]$/u.test(text) ||
    tail.length < 3 ||
    /^(?:tion|ment|ing|ness|ity|able|ence|ance|ally|ers?|ries|ties)$/u.test(tail)
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 12
}
