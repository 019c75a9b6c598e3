// In: the bytes of a PDF. Out: its reading: paragraphs and headings, title, who made it and when.
// The library is large; it is loaded when the first PDF comes.

import type { getDocumentProxy } from 'unpdf'
import type { Block, PageReading, PrintedDate } from '../domain/reading.ts'
import { readMachineDate } from './dates/machine-date.ts'
import { namesIn } from './metadata/clean-name.ts'
import { dropRunning, joinLines, joinParagraphs, type PdfPart, type PdfPiece } from './pdf-lines.ts'
import { readPieces } from './read-plain-text.ts'
import type { ReadOptions } from './read-page.ts'
import { unreadable } from './unreadable.ts'
import { withoutNul } from './without-nul.ts'

const maxPages = 500
const maxPieces = 400_000
const onlyFileDate =
  'The text prints no date. The date given is when the PDF file was made, which need not be when it was published.'

/** Reads a PDF. A file that is encrypted, broken or made of pictures says so. */
export async function readPdf(bytes: Uint8Array, _options: ReadOptions, isLate: () => boolean): Promise<PageReading> {
  const library = await import('unpdf')
  // The library takes the bytes over; the caller's stay whole. It refuses a Buffer, whose `slice` gives a Buffer again.
  const pdf = await library
    .getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    .catch((problem: unknown) => (problem instanceof Error ? problem : new Error('unknown')))
  if (pdf instanceof Error)
    return unreadable(
      /password/i.test(pdf.message)
        ? 'The PDF is locked with a password.'
        : 'The PDF is broken: its structure cannot be read.',
    )
  try {
    const { pieces, isCut } = await collectPieces(pdf, isLate)
    const info = await readInfo(pdf)
    const parts = joinParagraphs(dropRunning(joinLines(pieces), pdf.numPages)).filter((part) =>
      /[\p{L}\p{N}]/u.test(part.text),
    )
    if (parts.length === 0)
      return { ...unreadable('The PDF holds no text; its pages are pictures.', 'not-an-article'), title: info.title }
    return await assemble(parts, info, isCut)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Info = {
  readonly title: string | null
  readonly authors: readonly string[]
  readonly made: PrintedDate | null
  readonly changed: PrintedDate | null
}

async function collectPieces(pdf: Pdf, isLate: () => boolean): Promise<{ pieces: PdfPiece[]; isCut: boolean }> {
  const pieces: PdfPiece[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number++) {
    if (isLate() || pieces.length > maxPieces) return { pieces, isCut: true }
    const content = await (await pdf.getPage(number)).getTextContent().catch(() => null)
    for (const item of content?.items ?? []) {
      if (!('str' in item)) continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      pieces.push({ text: item.str, x, y, width: item.width, height: item.height || 10, page: number })
    }
  }
  return { pieces, isCut: pdf.numPages > maxPages }
}

async function readInfo(pdf: Pdf): Promise<Info> {
  const meta = await pdf.getMetadata().catch(() => null)
  const info: Record<string, unknown> = { ...meta?.info }
  const text = (key: string): string => (typeof info[key] === 'string' ? withoutNul(info[key]).trim() : '')
  const title = text('Title')
  return {
    title:
      title.length > 3 &&
      !/^(?:microsoft|untitled|document\d*|unbenannt|sans titre|.*\.(?:docx?|pdf|indd|qxd|xlsx?|pptx?|rtf|odt)$)/i.test(
        title,
      )
        ? title
        : null,
    authors: namesIn(text('Author')),
    made: readStamp(text('CreationDate')),
    changed: readStamp(text('ModDate')),
  }
}

/** D:20240503154742+02'00' */
function readStamp(stamp: string): PrintedDate | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(stamp)
  if (!match) return null
  const zone = match[7] ?? (match[8] ? `${match[8]}:${match[9] ?? '00'}` : '')
  const time = match[4] ? `T${match[4]}:${match[5]}:${match[6] ?? '00'}${zone}` : ''
  const edtf = readMachineDate(`${match[1]}-${match[2]}-${match[3]}${time}`)
  return edtf ? { edtf, literal: null, calendar: 'gregorian', from: 'file' } : null
}

async function assemble(parts: readonly PdfPart[], info: Info, isCut: boolean): Promise<PageReading> {
  const first = parts.filter((part) => part.page === 1)
  const largest = first.reduce((best, part) => (part.isHeading && part.height > best.height ? part : best), {
    text: '',
    isHeading: false,
    height: 0,
    page: 1,
  })
  const title = info.title ?? (largest.text.length > 3 ? largest.text : null)
  const shown = parts.filter((part) => !(part === largest && part.text === title))
  const reading = await readPieces(
    shown.map((part) => part.text),
    title,
  )
  const blocks: Block[] = reading.blocks.map((block, at) =>
    shown[at]?.isHeading ? { ...block, kind: 'heading', level: 2 } : block,
  )
  const words = reading.text.split(/\s+/).length
  return {
    ...reading,
    ...(isCut ? { state: 'out-of-time' as const, reason: 'Not all pages of the PDF were read.' } : {}),
    byline: info.authors,
    published: reading.published ?? info.made,
    updated: info.changed && info.changed.edtf !== info.made?.edtf ? info.changed : null,
    blocks,
    charset: 'pdf',
    notes: [
      ...reading.notes,
      ...(reading.published === null && info.made !== null ? [onlyFileDate] : []),
      ...(words < 20 * (parts.at(-1)?.page ?? 1)
        ? ['The PDF holds little text for its pages; some may be pictures.']
        : []),
    ],
  }
}
