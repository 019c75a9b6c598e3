// In: the bytes of a PDF that somebody wants brought in. Out: its text, as print has it. Pages that are pictures are read by
// Tesseract where it is installed. The PDF library is loaded when the first PDF comes.

import type { getDocumentProxy } from 'unpdf'
import { joinPdfLines } from '../desk/import/join-pdf-lines.ts'
import type { InputTools } from '../desk/import/read-input.ts'
import { dropRunning, joinLines, type PdfPiece } from '../read/pdf-lines.ts'
import { readPictureText } from './read-picture.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Read = Awaited<ReturnType<InputTools['readPdf']>>

const mostPages = 2000

/** Reads a PDF; one that is locked, broken or made of pictures that nothing here can read says so. */
export async function readPdfPrint(bytes: Uint8Array): Promise<Read> {
  const library = await import('unpdf')
  const pdf = await library
    .getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    .catch((problem: unknown) => (problem instanceof Error ? problem : new Error('unknown')))
  if (pdf instanceof Error)
    return {
      kind: 'unreadable',
      reason: /password/iu.test(pdf.message)
        ? 'The PDF is locked with a password.'
        : 'The PDF is broken: its structure cannot be read.',
    }
  try {
    const pieces = await collectPieces(pdf)
    const text = joinPdfLines(dropRunning(joinLines(pieces), pdf.numPages))
    const notes = pdf.numPages > mostPages ? [`Only the first ${mostPages} of ${pdf.numPages} pages were read.`] : []
    return text.trim() === '' ? await readScans(pdf) : { kind: 'text', text, notes }
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

async function collectPieces(pdf: Pdf): Promise<PdfPiece[]> {
  const pieces: PdfPiece[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent().catch(() => null)
    for (const item of content?.items ?? []) {
      if (!('str' in item)) continue
      const [, , , , x, y] = item.transform
      pieces.push({
        text: item.str,
        x: Number(x),
        y: Number(y),
        width: item.width,
        height: item.height || 10,
        page: number,
      })
    }
  }
  return pieces
}

/** The largest picture of each page, read by machine. */
async function readScans(pdf: Pdf): Promise<Read> {
  const { extractImages } = await import('unpdf')
  const pages: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
    const pictures = await extractImages(pdf, number).catch(() => [])
    const largest = pictures.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
    if (largest === undefined) continue
    const text = await readPictureText(asPortableMap(largest))
    if (text === null)
      return {
        kind: 'unreadable',
        reason:
          'The PDF holds no text; its pages are pictures. Install Tesseract to have them read by machine, or type them.',
      }
    pages.push(text)
  }
  const text = pages.join('\n\n')
  if (text.trim() === '')
    return { kind: 'unreadable', reason: 'The PDF holds no text, and its pictures hold none that could be read.' }
  return {
    kind: 'text',
    text,
    notes: ['The pages are pictures. Their text was read by machine: compare it with them.'],
  }
}

type Picture = {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

/** Netpbm (PGM or PPM), which needs no library to write. */
function asPortableMap({ data, width, height, channels }: Picture): Uint8Array {
  const head = Buffer.from(`${channels === 1 ? 'P5' : 'P6'}\n${width} ${height}\n255\n`)
  if (channels !== 4) return Buffer.concat([head, Buffer.from(data.buffer, data.byteOffset, data.byteLength)])
  const colours = Buffer.alloc(width * height * 3)
  for (let from = 0, to = 0; to < colours.length; from += 4, to += 3) colours.set(data.subarray(from, from + 3), to)
  return Buffer.concat([head, colours])
}
