// In: an XML file of any size, piece by piece. Out: its elements of some names, one light tree after another.
// Entities that a document declares are never expanded, nothing is fetched, and what one element may hold is bounded:
// a file of 100 MB costs no more memory than its largest element.

import { Parser } from 'htmlparser2'

export type XmlNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parts: (XmlNode | string)[]
}

/** Letters in one element; the rest of it is left out. */
const MOST_LETTERS = 200_000
const MOST_NODES = 5_000
const DEEPEST = 50
const DEEPEST_OF_ALL = 1_000
/** Larger pieces are taken in parts. */
const PIECE = 64 * 1024

/** @param names lower case. Elements of these names do not nest. @throws never for what is in the file: what is broken is read as far as it goes */
export async function* readElements(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  names: ReadonlySet<string>,
): AsyncGenerator<XmlNode> {
  const ready: XmlNode[] = []
  const builder = createBuilder(names, (node) => ready.push(node))
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true })
  let decoder: TextDecoder | undefined
  for await (const chunk of inPieces(chunks)) {
    decoder ??= new TextDecoder(charsetOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
    yield* ready.splice(0)
    // Nothing real nests so deep, and each level makes the next one dearer: what comes after is not read.
    if (builder.isTooDeep()) return
  }
  parser.end(decoder?.decode() ?? '')
  yield* ready.splice(0)
}

async function* inPieces(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE)
}

/** By the byte order mark, or by how the first sign lies: TMX is often UTF-16. */
function charsetOf(chunk: Uint8Array): string {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0x3c && chunk[1] === 0)) return 'utf-16le'
  if ((chunk[0] === 0xfe && chunk[1] === 0xff) || (chunk[0] === 0 && chunk[1] === 0x3c)) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(chunk.subarray(0, 200))
  const declared = /^<\?xml[^>]*encoding=["']([\w.:-]+)/i.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'utf-8'
  }
}

function createBuilder(names: ReadonlySet<string>, done: (node: XmlNode) => void) {
  let open: XmlNode[] = []
  let depth = 0
  let letters = 0
  let nodes = 0
  let level = 0
  let tooDeep = false
  return {
    isTooDeep: (): boolean => tooDeep,
    onopentag(written: string, attributes: Record<string, string>): void {
      if (++level > DEEPEST_OF_ALL) tooDeep = true
      const name = localName(written)
      if (open.length === 0) {
        if (!names.has(name)) return
        depth = letters = nodes = 0
        open = [{ name, attributes: lowered(attributes), parts: [] }]
        return
      }
      depth += 1
      if (open.length > DEEPEST || open.length <= depth - 1 || ++nodes > MOST_NODES) return
      const node: XmlNode = { name, attributes: lowered(attributes), parts: [] }
      open.at(-1)?.parts.push(node)
      open.push(node)
    },
    ontext(text: string): void {
      if (open.length === 0 || letters > MOST_LETTERS) return
      letters += text.length
      open.at(-1)?.parts.push(text)
    },
    onclosetag(): void {
      level -= 1
      if (open.length === 0) return
      if (depth > 0) {
        if (open.length === depth + 1) open.pop()
        depth -= 1
        return
      }
      const [node] = open
      open = []
      if (node) done(node)
    },
  }
}

const localName = (written: string): string => written.slice(written.indexOf(':') + 1).toLowerCase()

function lowered(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value.slice(0, 2_000)]),
  )
}

/** Elements of a name, at any depth. */
export function findNodes(node: XmlNode, name: string): XmlNode[] {
  return node.parts.flatMap((part) =>
    typeof part === 'string' ? [] : part.name === name ? [part] : findNodes(part, name),
  )
}

/** All text of an element, but for that in elements of the names given. */
export function textOf(node: XmlNode, without: ReadonlySet<string> = new Set()): string {
  return node.parts
    .map((part) => (typeof part === 'string' ? part : without.has(part.name) ? '' : textOf(part, without)))
    .join('')
}

/** Text as an XML document may hold it, markup escaped; letters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
