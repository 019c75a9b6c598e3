// In: the lines of an image block. Out: caption, source, attribution, each without its label, as printed.
// Labels may share a line, be doubled, or lack their value; a line without a label goes on with the one before it.

import type { ArticleImage } from '../../domain/article.ts'
import { findAddresses, type PrintedAddress } from './find-addresses.ts'
import { collapse, printedLine, type Line } from './printed-lines.ts'

type Field = 'image' | 'source' | 'attribution'

const label = /(?:^|(?<=[\s.,;]))(image|source|attribution)\s{0,3}:\s{0,8}/giu
const licence =
  /\b(?:CC\b|CC[- ]?BY|BY-|CCA|CC0|Creative Commons|Public Domain|GPL|GFDL|OGL|Non-?Commercial|Free to use|Fair use|All rights)/iu
const abbreviation = /(?:^|[\s.])(?:intl|inc|ltd|co|corp|gov|dept|u\.s|u\.k|gmbh|s\.a|jr|sr|etc)\.$/iu

/** Reads an image block. */
export function readImage(lines: readonly Line[]): ArticleImage {
  const values = new Map<Field, string[]>()
  let current: Field = 'image'
  for (const line of lines) {
    for (const piece of splitLabels(line.text, current)) {
      current = piece.field
      if (piece.value === '') continue
      const held = values.get(piece.field)
      if (held === undefined) values.set(piece.field, [piece.value])
      else held.push(piece.value)
    }
  }
  const source = valueOf(values, 'source')
  const attribution = valueOf(values, 'attribution')
  const address = source === null ? undefined : findAddresses(source)[0]
  return {
    caption: values.has('image') ? collapse((values.get('image') ?? []).join(' ')) : null,
    source,
    sourceUrl: address?.url ?? null,
    attribution,
    credit: creditIn(source, address) ?? creatorIn(attribution),
    lines: lines.map((line) => printedLine(line)),
  }
}

function splitLabels(text: string, current: Field): { field: Field; value: string }[] {
  const marks = [...text.matchAll(label)].filter((mark) => !/https?$/iu.test(text.slice(0, mark.index)))
  const pieces: { field: Field; value: string }[] = []
  const lead = text.slice(0, marks[0]?.index ?? text.length).trim()
  if (lead !== '') pieces.push({ field: current, value: lead })
  marks.forEach((mark, at) => {
    const field = (mark[1] ?? 'image').toLowerCase() as Field
    pieces.push({ field, value: text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length).trim() })
  })
  return pieces
}

/** The value without the full stop or comma that closes the line; an abbreviation keeps its own. */
function valueOf(values: ReadonlyMap<Field, readonly string[]>, field: Field): string | null {
  const value = collapse((values.get(field) ?? []).join(' ')).replace(/[\s,;]+$/u, '')
  if (value === '') return null
  return value.endsWith('.') && !abbreviation.test(value) ? value.slice(0, -1) : value
}

/** Who stands before the address. */
function creditIn(source: string | null, address: PrintedAddress | undefined): string | null {
  if (source === null) return null
  const name = source.slice(0, address?.start ?? source.length).replace(/[\s,;:–—-]+$/u, '')
  return name === '' ? null : name
}

/** Who stands before the licence. */
function creatorIn(attribution: string | null): string | null {
  const at = attribution?.search(licence) ?? -1
  if (attribution === null || at <= 0) return null
  const name = attribution.slice(0, at).replace(/[\s,;:/(–—-]+$/u, '')
  return name.length > 1 ? name : null
}
