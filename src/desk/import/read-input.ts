// In: a file that somebody wants brought in. Out: its texts, each with what is worth knowing of it, or why it cannot be read.
// What a file is, its bytes say; its name is asked only where bytes say nothing. One bad file costs itself alone.

import { countOf } from '../../lib/count-of.ts'
import type { ByteSource } from '../../lib/byte-source.ts'
import { decodeText } from '../../lib/charset.ts'
import { inputText, type InputProblem, type InputText } from './input-text.ts'
import { readDocx } from './read-docx.ts'
import { readHtmlText } from './read-html-text.ts'
import { readCrawl } from './read-crawl.ts'

/** What reading needs that this room does not have. */
export type InputTools = {
  /** Text of a PDF; `scan` when its pages are pictures and no machine here reads them. */
  readonly readPdf: (
    bytes: Uint8Array,
  ) => Promise<{ kind: 'text'; text: string; notes: readonly string[] } | { kind: 'unreadable'; reason: string }>
  /** Text of a picture; `null` when no machine here reads pictures. */
  readonly readPicture: (bytes: Uint8Array) => Promise<string | null>
  readonly now: () => number
}

/** Longest file that is held in memory as one text. */
export const longestText = 400 << 20

/** Reads one file. A crawl gives a text a page; every other file gives one answer. */
export async function* readInput(
  name: string,
  source: ByteSource,
  tools: InputTools,
): AsyncGenerator<InputText | InputProblem> {
  const problem = (reason: string): InputProblem => ({ kind: 'problem', file: name, reason })
  const head = await source.read(0, 4096)
  if (source.size === 0) return yield problem('The file is empty.')
  const kind = kindOf(head, name)
  if (kind === 'warc' || kind === 'wacz') return yield* readCrawl(name, kind, source, tools.now())
  if (source.size > longestText)
    return yield problem(`The file is longer than ${longestText >> 20} MB. Cut it into parts.`)
  const bytes = await source.read(0, source.size)
  if (kind === 'docx') return yield await readDocx(name, bytes)
  if (kind === 'pdf') return yield await readPdf(name, bytes, tools)
  if (kind === 'picture') return yield await readPicture(name, bytes, tools)
  if (kind === 'html') return yield readHtmlText(name, bytes)
  if (kind === 'text') return yield readPlain(name, bytes)
  yield problem(kind.reason)
}

type Kind = 'text' | 'html' | 'pdf' | 'docx' | 'warc' | 'wacz' | 'picture' | { reason: string }

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

/** What a file is, by its first bytes. */
function kindOf(head: Uint8Array, name: string): Kind {
  const starts = (...marks: number[]): boolean => marks.every((byte, at) => head[at] === byte)
  const letters = Buffer.from(head).toString('latin1')
  if (letters.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (starts(0x50, 0x4b, 0x03, 0x04)) return zipKind(letters, name)
  if (letters.startsWith('WARC/') || letters.startsWith('filedesc://')) return 'warc'
  if (starts(0x1f, 0x8b))
    return /\.w?arc(?:\.gz)?$/iu.test(name) ? 'warc' : { reason: 'It is a packed file. Unpack it first.' }
  if (pictures.some((marks) => starts(...marks))) return 'picture'
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    return { reason: 'It is in the old format of Word or another Office program. Save it as .docx.' }
  if (letters.startsWith('{\\rtf')) return { reason: 'It is in Rich Text Format. Save it as .docx or as plain text.' }
  if (isBinary(head)) return { reason: 'Its bytes are no text, no page and no document that can be read.' }
  return isHtml(letters, name) ? 'html' : 'text'
}

function zipKind(letters: string, name: string): Kind {
  if (/\.wacz$/iu.test(name) || letters.includes('datapackage.json') || letters.includes('archive/')) return 'wacz'
  if (/\.(?:docx|docm|dotx|dotm)$/iu.test(name) || letters.includes('[Content_Types].xml') || letters.includes('word/'))
    return 'docx'
  return { reason: 'It is a zip file, but neither a Word document nor a web archive. Unpack it first.' }
}

function isHtml(letters: string, name: string): boolean {
  if (/<!doctype html|<html[\s>]/iu.test(letters)) return true
  return /\.x?html?$/iu.test(name) && /<(?:head|body|div|p|h1|article|meta)[\s>]/iu.test(letters)
}

/** Control characters make a tenth of packed bytes and hardly any of a text; UTF-16 has a zero in every other byte. */
function isBinary(head: Uint8Array): boolean {
  let odd = 0
  let zeros = 0
  for (const byte of head) {
    if (byte === 0) zeros += 1
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) odd += 1
  }
  const isWide =
    (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || zerosAlternate(head)
  if (isWide) return false
  // A single zero is a slip of some program, and is left out with a note.
  return zeros > head.length / 1000 || odd > head.length / 20
}

function zerosAlternate(head: Uint8Array): boolean {
  let even = 0
  let other = 0
  head.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else other += 1
  })
  const [less, more] = even < other ? [even, other] : [other, even]
  return more > head.length / 8 && less <= more / 10
}

function readPlain(name: string, bytes: Uint8Array): InputText | InputProblem {
  const { text, charset, replaced, why } = decodeText(bytes, { contentType: null, kind: 'text' })
  // A zero far down in a file that began as text: the rest is something else.
  if (isBinary(bytes.subarray(Math.max(0, bytes.length - 4096))) && !charset.startsWith('utf-16'))
    return { kind: 'problem', file: name, reason: 'It begins as a text and ends in bytes that are none.' }
  const notes =
    replaced > 0 ? [`${countOf(replaced, 'character')} could not be read as ${charset}; “\ufffd” stands instead.`] : []
  if (why === 'guessed' && charset !== 'utf-8') notes.push(`It does not say its encoding; it was read as ${charset}.`)
  if (isTwiceDecoded(text))
    notes.push(
      'It was decoded wrongly before it was saved: “â€œ” and the like stand for other marks. Get it anew if you can.',
    )
  if (text.trim() === '') return { kind: 'problem', file: name, reason: 'The file holds nothing but white space.' }
  return inputText(name, bytes, text, { charset, notes })
}

/** UTF-8 that was taken for windows-1252 and saved like that. */
function isTwiceDecoded(text: string): boolean {
  return (text.slice(0, 200_000).match(/â€[œ™˜“”¦\u009d]|Ã[©¨¡³±¼¶¤§]/gu)?.length ?? 0) > 4
}

async function readPdf(name: string, bytes: Uint8Array, tools: InputTools): Promise<InputText | InputProblem> {
  const read = await tools.readPdf(bytes)
  if (read.kind === 'unreadable') return { kind: 'problem', file: name, reason: read.reason }
  return inputText(name, bytes, read.text, { charset: 'pdf', notes: read.notes })
}

async function readPicture(name: string, bytes: Uint8Array, tools: InputTools): Promise<InputText | InputProblem> {
  const text = await tools.readPicture(bytes)
  if (text === null)
    return {
      kind: 'problem',
      file: name,
      reason: 'It is a picture, and there is no program here that reads pictures. Install Tesseract, or type it.',
    }
  if (text.trim() === '') return { kind: 'problem', file: name, reason: 'It is a picture in which no text was found.' }
  return inputText(name, bytes, text, {
    charset: 'ocr',
    notes: ['The text was read from a picture by machine: compare it with the page.'],
  })
}
