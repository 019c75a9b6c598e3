// In: a document. Out: its sketch: all that comparing needs, and none of its words.
// Making it is most of the work and needs nothing but the document, so it can be done in another thread.

import type { CopyDocument, PublicationTime } from './document.ts'
import { findAnchors, type AnchoredSentence } from './find-anchors.ts'
import { findCredits, type Credit } from './find-credits.ts'
import type { ComparedText } from './measure-overlap.ts'
import { printText } from './print-text.ts'
import { scanWords } from './scan-words.ts'
import { translationKeys } from './translation-keys.ts'

/** Raise when a sketch of the same document can come out differently: stores filled with another version are emptied. */
export const SKETCH_VERSION = 2

export type Sketch = ComparedText & {
  readonly id: string
  readonly title: string | null
  readonly language: string | null
  readonly published: PublicationTime | null
  readonly outlet: string | null
  readonly url: string | null
  readonly author: string | null
  readonly credits: readonly Credit[]
  /** Addresses of other pages that the text names. */
  readonly links: readonly string[]
  readonly sentences: readonly AnchoredSentence[]
}

export type SketchedDocument = {
  readonly sketch: Sketch
  /** Keys of passages, and of facts in their time: filed under, and looked under. */
  readonly prints: readonly number[]
  readonly fileKeys: readonly number[]
  readonly lookKeys: readonly number[]
}

const LONGEST_FIELD = 400

/** Never throws; time and size are bounded whatever the text is. */
export function sketchDocument(document: CopyDocument): SketchedDocument {
  const scan = scanWords(document.text)
  const sentences = findAnchors(document.text, document.language, document.published?.at ?? null)
  const keys = translationKeys(sentences, document.published?.at ?? null)
  const cut = (text: string | null | undefined) => text?.slice(0, LONGEST_FIELD) ?? null
  return {
    sketch: {
      id: document.id,
      title: cut(document.title),
      language: document.language,
      published: document.published,
      outlet: cut(document.outlet),
      url: cut(document.url),
      author: cut(document.author),
      credits: findCredits(document),
      links: findLinks(document.text),
      sentences,
      hashes: scan.hashes,
      quoted: scan.quoted,
      figures: scan.figures,
      lines: scan.lines,
      isUnspaced: scan.isUnspaced,
    },
    prints: printText(scan),
    fileKeys: keys.file,
    lookKeys: keys.look,
  }
}

function findLinks(text: string): string[] {
  const found = text.slice(0, 100_000).match(/https?:\/\/[^\s"'<>()«»]{4,200}/g) ?? []
  return [...new Set(found)].slice(0, 10)
}

type Head = Omit<Sketch, 'hashes' | 'quoted' | 'figures' | 'lines' | 'sentences'> & {
  /** Where quotations and figures begin and end, as word numbers, one behind the other. */
  readonly quotedRanges: readonly number[]
  readonly figureRanges: readonly number[]
  readonly lines: readonly (readonly [from: number, to: number, isProse: 0 | 1])[]
  readonly sentences: readonly (readonly [size: number, anchors: string, words: string])[]
}

/**
 * The sketch as bytes:
 *
 *   length of the head: u32 │ head: JSON in UTF-8 │ words: n × u16        (little-endian)
 */
export function encodeSketch(sketch: Sketch): Uint8Array {
  const { hashes, quoted, figures, lines, sentences, ...facts } = sketch
  const head: Head = {
    ...facts,
    quotedRanges: rangesOf(quoted),
    figureRanges: rangesOf(figures),
    lines: lines.map(({ from, to, isProse }) => [from, to, isProse ? 1 : 0] as const),
    sentences: sentences.map(({ size, anchors, words }) => [
      Math.round(size),
      anchors.map(({ code, weight }) => `${code}=${Number(weight.toFixed(2))}`).join(' '),
      words.join(' '),
    ]),
  }
  const json = Buffer.from(JSON.stringify(head))
  const bytes = Buffer.alloc(4 + json.length + hashes.length * 2)
  bytes.writeUInt32LE(json.length, 0)
  json.copy(bytes, 4)
  for (let at = 0; at < hashes.length; at++) bytes.writeUInt16LE(hashes[at] ?? 0, 4 + json.length + at * 2)
  return bytes
}

/** @throws SyntaxError when the bytes are no sketch */
export function decodeSketch(record: Uint8Array): Sketch {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength)
  const length = bytes.readUInt32LE(0)
  const { quotedRanges, figureRanges, lines, sentences, ...facts } = JSON.parse(
    bytes.toString('utf8', 4, 4 + length),
  ) as Head
  const hashes = new Uint16Array((bytes.length - 4 - length) >> 1)
  for (let at = 0; at < hashes.length; at++) hashes[at] = bytes.readUInt16LE(4 + length + at * 2)
  const quoted = marksOf(quotedRanges, hashes.length)
  const figures = marksOf(figureRanges, hashes.length)
  return {
    ...facts,
    hashes,
    quoted,
    figures,
    lines: lines.map(([from, to, isProse]) => ({ from, to, isProse: isProse === 1 })),
    sentences: sentences.map(([size, anchors, words]) => ({
      size,
      anchors: split(anchors).map((anchor) => {
        const at = anchor.lastIndexOf('=')
        return { code: anchor.slice(0, at), weight: Number(anchor.slice(at + 1)) }
      }),
      words: split(words),
    })),
  }
}

function split(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}

function marksOf(ranges: readonly number[], length: number): Uint8Array {
  const marks = new Uint8Array(length)
  for (let at = 0; at < ranges.length; at += 2) marks.fill(1, ranges[at], ranges[at + 1])
  return marks
}

function rangesOf(marks: Uint8Array): number[] {
  const ranges: number[] = []
  for (let at = 0; at <= marks.length; at++) if ((marks[at] ?? 0) !== (marks[at - 1] ?? 0)) ranges.push(at)
  return ranges
}
