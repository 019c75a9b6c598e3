// In: the bytes of a plain text. Out: its reading: paragraphs between empty lines, the first short line as title.

import type { Block, PageReading } from '../domain/reading.ts'
import { decodeText } from '../lib/charset.ts'
import { findLabelledDates } from './dates/labelled-dates.ts'
import { toPrintedDate } from './dates/printed-dates.ts'
import { detectLanguage } from './language/detect-language.ts'
import type { ReadOptions } from './read-page.ts'
import { unreadable } from './unreadable.ts'
import { withoutNul } from './without-nul.ts'

export async function readPlainText(bytes: Uint8Array, options: ReadOptions): Promise<PageReading> {
  const { text: source, charset } = decodeText(bytes, { contentType: options.contentType, kind: 'text' })
  const pieces = withoutNul(source)
    .split(/\r?\n\s*\r?\n/)
    .map((piece) => piece.replace(/\s*\r?\n\s*/g, ' ').trim())
    .filter(Boolean)
  if (pieces.length === 0) return unreadable('The text is empty.')
  const title = (pieces[0]?.length ?? 0) <= 160 && pieces.length > 1 ? (pieces[0] ?? null) : null
  return { ...(await readPieces(title === null ? pieces : pieces.slice(1), title)), charset }
}

/** A reading of paragraphs without elements. Also what a PDF file comes down to. */
export async function readPieces(pieces: readonly string[], title: string | null): Promise<PageReading> {
  const blocks: Block[] = []
  let text = ''
  for (const piece of pieces) {
    if (text !== '') text += '\n\n'
    blocks.push({ kind: 'paragraph', start: text.length, end: text.length + piece.length })
    text += piece
  }
  const guess = /\p{L}/u.test(text) ? await detectLanguage(`${title ?? ''}\n${text}`) : undefined
  const dates = pieces
    .slice(0, 4)
    .flatMap((piece) => findLabelledDates(piece.slice(0, 300), { language: guess?.language ?? '*', monthFirst: false }))
  const date =
    dates.find((one) => one.isCalledPublished && one.isSure) ??
    dates.find((one) => one.role === 'published') ??
    dates[0]
  return {
    ...unreadable(''),
    state: text === '' ? 'not-an-article' : 'whole',
    reason: text === '' ? 'There is no text.' : null,
    title,
    published: date ? toPrintedDate(date) : null,
    language: guess?.language ?? null,
    languageConfidence: guess?.confidence ?? 0,
    direction:
      (text.slice(0, 2000).match(/[\u0590-\u08ff]/g)?.length ?? 0) * 2 >
      (text.slice(0, 2000).match(/\p{L}/gu)?.length ?? 1)
        ? 'rtl'
        : 'ltr',
    text,
    blocks,
    notes: date?.swapped
      ? [`Nothing tells day from month in “${date.literal}”: it was read as ${date.day}, and may be ${date.swapped}.`]
      : [],
  }
}
