// In: the bytes of a Word document (ECMA-376). Out: its text: paragraphs, endnotes and footnotes as a digest prints them.
// Only the text is read. Macros are never run, and never opened; pictures, comments and deleted words are left out.

import { Parser } from 'htmlparser2'
import { bytesAsSource, type ByteSource } from '../../lib/byte-source.ts'
import { listZip, readEntry, type ZipEntry } from '../../lib/zip.ts'
import { openFlow, type Flow } from './flow-text.ts'
import { inputText, type InputProblem, type InputText } from './input-text.ts'
import { toRoman } from '../../lib/roman.ts'

const longestPart = 256 << 20

/** Reads a .docx or .docm; a damaged or locked one says so. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<InputText | InputProblem> {
  const problem = (reason: string): InputProblem => ({ kind: 'problem', file, reason })
  const source = bytesAsSource(bytes)
  const zip = await listZip(source)
  if (zip.kind === 'not-a-zip') return problem(`The Word document cannot be opened: ${zip.reason}.`)
  const parts = new Map(zip.entries.map((entry) => [entry.name, entry]))
  const main = parts.get('word/document.xml')
  if (main === undefined) return problem('It is a zip file without a Word document in it.')
  try {
    const links = readLinks(await readPart(source, parts.get('word/_rels/document.xml.rels')))
    const notes = new Map([
      ...readNotes(await readPart(source, parts.get('word/footnotes.xml')), 'f'),
      ...readNotes(await readPart(source, parts.get('word/endnotes.xml')), 'e'),
    ])
    const body = await readPart(source, main)
    const text = readBody(body, links, notes)
    if (text.trim() === '') return problem('The Word document holds no text; its pages may be pictures.')
    const macros = zip.entries.some((entry) => /vbaproject/iu.test(entry.name))
    const revisions = /<w:(?:ins|del)\s/u.test(body)
    return inputText(file, bytes, text, {
      charset: 'docx',
      notes: [
        ...(isClosed(body) ? [] : ['The document breaks off before its end: what followed is not here.']),
        ...(macros ? ['The document holds macros. They were not opened.'] : []),
        ...(revisions ? ['The document holds tracked changes: it was read as if all were accepted.'] : []),
      ],
    })
  } catch (error) {
    return problem(
      `The Word document is damaged: ${error instanceof Error ? error.message : 'a part of it cannot be read'}.`,
    )
  }
}

async function readPart(source: ByteSource, entry: ZipEntry | undefined): Promise<string> {
  if (entry === undefined) return ''
  if (entry.size > longestPart) throw new Error(`${entry.name} unpacks to more than ${longestPart >> 20} MB`)
  const pieces: Uint8Array[] = []
  for await (const piece of readEntry(source, entry)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** Whether the root is closed; behind it only comments and white space may stand (XML 1.0, production 1). */
function isClosed(xml: string): boolean {
  const end = xml.slice(-2000).replace(/(?:\s|<!--(?:(?!-->)[^])*-->|<\?(?:(?!\?>)[^])*\?>)+$/u, '')
  return /<\/(?:[\w.-]{1,40}:)?document\s{0,100}>$/u.test(end)
}

/** Relationship id → address. */
function readLinks(xml: string): Map<string, string> {
  const links = new Map<string, string>()
  walk(xml, {
    open(name, attributes) {
      const { Id: id, Target: target } = attributes
      if (name === 'Relationship' && id !== undefined && target !== undefined && /^https?:/iu.test(target))
        links.set(id, target)
    },
  })
  return links
}

/** `f2` or `e2` → the words of that footnote or endnote. */
function readNotes(xml: string, letter: string): Map<string, string> {
  const notes = new Map<string, string>()
  let id = ''
  let flow = openFlow()
  walk(xml, {
    open(name, attributes) {
      if (name === 'w:footnote' || name === 'w:endnote') [id, flow] = [letter + (attributes['w:id'] ?? ''), openFlow()]
      if (name === 'w:tab') flow.words(' ')
      if (name === 'w:br') flow.lineEnd()
    },
    words: (text) => flow.words(text),
    close(name) {
      if (name === 'w:p') flow.blockEnd()
      if (name === 'w:footnote' || name === 'w:endnote') notes.set(id, flow.text().trim())
    },
  })
  return notes
}

/** The paragraphs, then the notes that were met on the way, numbered as they came. */
function readBody(xml: string, links: ReadonlyMap<string, string>, notes: ReadonlyMap<string, string>): string {
  const flow = openFlow()
  const met: string[] = []
  const open: (string | null)[] = []
  walk(xml, {
    open(name, attributes) {
      if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        const note = notes.get((name === 'w:footnoteReference' ? 'f' : 'e') + (attributes['w:id'] ?? ''))
        if (note !== undefined) flow.words(`[${toRoman(met.push(note))}]`)
      }
      if (name === 'w:hyperlink') {
        open.push(links.get(attributes['r:id'] ?? '') ?? null)
        flow.linkStart()
      }
      if (name === 'w:tab') flow.words(' ')
      if (name === 'w:noBreakHyphen') flow.words('-')
      if (name === 'w:br' || name === 'w:cr') flow.lineEnd()
    },
    words: (text) => flow.words(text),
    close(name) {
      if (name === 'w:hyperlink') flow.linkEnd(open.pop() ?? '')
      if (name === 'w:p') flow.blockEnd()
    },
  })
  met.forEach((note, at) => writeNote(flow, toRoman(at + 1), note))
  return flow.text()
}

function writeNote(flow: Flow, label: string, note: string): void {
  flow.words(/^\[[ivxl]+\]/u.test(note) ? note : `[${label}] ${note}`)
  flow.blockEnd()
}

type Walker = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly words?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Words stand in `w:t` only; deleted ones stand in `w:delText` and are not met. */
function walk(xml: string, walker: Walker): void {
  let inText = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:t') inText = true
        walker.open?.(name, attributes)
      },
      ontext: (text) => void (inText && walker.words?.(text)),
      onclosetag(name) {
        if (name === 'w:t') inText = false
        walker.close?.(name)
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
}
