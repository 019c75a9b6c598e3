// In: lines. Out: the same, with notes that run together on one line ("[i] … [ii] …", as copies from a PDF have them) apart.

import type { Line } from './printed-lines.ts'
import { toRoman } from '../../lib/roman.ts'
import { noteLabelOf } from './note-label.ts'

/** Cuts a line that begins with a note before each label that counts on from it. */
export function splitNotes(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const first = noteLabelOf(line.text.slice(0, 20))
    return first === null ? [line] : cutAtLabels(line, first.value)
  })
}

function cutAtLabels(line: Line, first: number): Line[] {
  const cuts = [0]
  for (let value = first + 1; value < 90; value += 1) {
    const at = line.text.indexOf(` [${toRoman(value)}] `, cuts.at(-1))
    if (at === -1) break
    cuts.push(at + 1)
  }
  return cuts.map((from, piece) => {
    const text = line.text.slice(from, cuts[piece + 1] ?? line.text.length)
    const end = line.start + from + text.trimEnd().length
    return {
      ...line,
      start: line.start + from,
      end,
      text: text.trimEnd(),
      blanksBefore: piece === 0 ? line.blanksBefore : 0,
    }
  })
}
