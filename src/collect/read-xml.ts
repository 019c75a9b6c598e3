// In: the text of an XML document, sound or broken. Out: its records one by one, and the rest as one light tree.
// Entities that a document declares are never expanded, nothing is fetched, and nesting and size are bounded,
// so that no document can cost more than its length. What is broken is mended the way a person would read it.

import { Tokenizer } from 'htmlparser2'
import type { XmlElement } from './xml-element.ts'
import { canonicalName, wellKnownPrefixes, withDeclarations, type Prefixes } from './xml-names.ts'

export type XmlReading = {
  /** A root that holds the document's top elements; records are taken out. */
  readonly document: XmlElement
  /** Canonical names of elements in the order they were first opened, down to the third level, at most 50. */
  readonly openings: readonly string[]
  /** The document ended with elements still open. */
  readonly truncated: boolean
  /** Elements outside records that were too many to keep. */
  readonly leftOut: number
}

type XmlOptions = {
  /** Canonical names of elements to hand over as soon as they end. They do not nest: the next one ends the one before. */
  readonly records: ReadonlySet<string>
  /** Canonical names of elements that never hold other fields: an unclosed one ends where the next field begins. */
  readonly leaves?: ReadonlySet<string>
  /** The fields meant by that. */
  readonly fields?: ReadonlySet<string>
  readonly onRecord: (record: XmlElement) => 'more' | 'enough'
}

const deepest = 100
const mostElementsOutsideRecords = 20_000
const mostElementsInRecord = 2_000

type Open = { element: XmlElement; written: string; prefixes: Prefixes; isRecord: boolean }

/** Reads without ever throwing; time and memory grow with the length of the text and no faster. */
export function readXml(text: string, options: XmlOptions): XmlReading {
  const builder = createBuilder(options)
  let tagName = ''
  let attributes: Record<string, string> = {}
  let attributeName = ''
  let attributeValue = ''
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (start, end) => builder.text(text.slice(start, end)),
      ontextentity: (codePoint) => builder.text(String.fromCodePoint(codePoint)),
      oncdata: (start, end, offset) => builder.text(text.slice(start, end - offset)),
      onopentagname(start, end) {
        tagName = text.slice(start, end)
        attributes = {}
      },
      onattribname(start, end) {
        attributeName = text.slice(start, end).toLowerCase()
        attributeValue = ''
      },
      onattribdata: (start, end) => void (attributeValue += text.slice(start, end)),
      onattribentity: (codePoint) => void (attributeValue += String.fromCodePoint(codePoint)),
      onattribend: () =>
        void (Object.hasOwn(attributes, attributeName) || (attributes[attributeName] = attributeValue)),
      onopentagend: () => stopAtEnough(builder.open(tagName, attributes)),
      onselfclosingtag() {
        stopAtEnough(builder.open(tagName, attributes))
        stopAtEnough(builder.close(tagName))
      },
      onclosetag: (start, end) => stopAtEnough(builder.close(text.slice(start, end))),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  function stopAtEnough(verdict: 'more' | 'enough'): void {
    if (verdict === 'enough') tokenizer.pause()
  }
  tokenizer.write(text)
  tokenizer.end()
  return builder.end()
}

function nothing(): void {}

function createBuilder(options: XmlOptions) {
  const document = newElement('#document', {}, null)
  const stack: Open[] = [{ element: document, written: '', prefixes: wellKnownPrefixes, isRecord: false }]
  const openings: string[] = []
  let recordDepth = 0 // index in the stack of the open record; 0 = none
  let tooDeep = 0
  let keptOutside = 0
  let keptInRecord = 0
  let enough = false

  const top = () => stack[stack.length - 1] as Open // never empty: the document stays

  /** Ends the open elements from `depth` on. */
  function closeDownTo(depth: number, cut: boolean): void {
    while (stack.length > depth) {
      const ended = stack.pop() as Open
      ended.element.cut = cut
      if (!ended.isRecord) continue
      recordDepth = 0
      keptInRecord = 0
      if (!enough && options.onRecord(ended.element) === 'enough') enough = true
    }
  }

  function hasRoom(): boolean {
    return recordDepth > 0 ? ++keptInRecord <= mostElementsInRecord : ++keptOutside <= mostElementsOutsideRecords
  }

  /** A record is found wherever it begins: inside an unclosed one, or below elements too many or too deep to keep. */
  function makeWayForRecord(): void {
    tooDeep = 0
    if (recordDepth > 0) closeDownTo(recordDepth, false)
    if (stack.length > deepest) closeDownTo(1, false)
  }

  function endsLeaf(name: string): boolean {
    return recordDepth > 0 && options.fields?.has(name) === true && options.leaves?.has(top().element.name) === true
  }

  return {
    text(text: string): void {
      if (!enough && tooDeep === 0) top().element.content.push(text)
    },

    open(written: string, attributes: Record<string, string>): 'more' | 'enough' {
      if (enough) return 'enough'
      const prefixes = withDeclarations(top().prefixes, attributes)
      const name = canonicalName(written, prefixes)
      const isRecord = options.records.has(name)
      if (isRecord) makeWayForRecord()
      else if (tooDeep > 0 || stack.length > deepest || !hasRoom()) {
        tooDeep++
        return 'more'
      } else if (endsLeaf(name)) closeDownTo(stack.length - 1, false)
      if (openings.length < 50 && stack.length <= 3) openings.push(name)
      const element = newElement(name, attributes, top().element)
      if (isRecord) recordDepth = stack.length
      else top().element.content.push(element)
      stack.push({ element, written: written.toLowerCase(), prefixes, isRecord })
      return enough ? 'enough' : 'more'
    },

    close(written: string): 'more' | 'enough' {
      const name = written.toLowerCase()
      // A closing tag that matches nothing open is a slip and closes nothing.
      const depth = stack.findLastIndex((open) => open.written === name)
      // Below what we keep we only count, but the end of a record or of its field is believed even there.
      if (tooDeep > 0 && !(recordDepth > 0 && depth >= recordDepth && depth <= recordDepth + 1)) tooDeep--
      else if (depth > 0) {
        tooDeep = 0
        closeDownTo(depth, false)
      }
      return enough ? 'enough' : 'more'
    },

    end(): XmlReading {
      const truncated = stack.length > 1 && !enough
      closeDownTo(1, true)
      return { document, openings, truncated, leftOut: Math.max(0, keptOutside - mostElementsOutsideRecords) }
    },
  }
}

function newElement(name: string, attributes: Record<string, string>, parent: XmlElement | null): XmlElement {
  const base =
    attributes['xml:base'] === undefined ? (parent?.base ?? null) : resolveBase(attributes['xml:base'], parent?.base)
  const language = attributes['xml:lang'] ?? parent?.language ?? null
  return { name, attributes, content: [], base, language, cut: false }
}

function resolveBase(written: string, around: string | null | undefined): string {
  return URL.parse(written.trim(), around ?? undefined)?.href ?? written.trim()
}
