// In: the bytes of a document and what its server said of them. Out: its text, the charset, and how that was known.
// Why not the standard alone: browsers may believe a wrong header because a person sees the mess and shrugs; we archive
// and search it. So every claim is tried on the bytes, and is overruled only when they plainly speak against it.

import { isAscii, isUtf8 } from 'node:buffer'
import { findClaimedLanguage, findDeclaredCharsets, readHead } from './charset-declared.ts'
import type { DeclaredCharset, DocumentKind } from './charset-declared.ts'
import { decodeBytes } from './decode-bytes.ts'
import { rankCharsets } from './guess-charset.ts'

export type DecodedText = {
  readonly text: string
  /** The name of the charset in the Encoding Standard, in lower case. */
  readonly charset: string
  /** How it was known: `guessed` from the bytes alone or against the declaration; `default` when nothing spoke for any. */
  readonly why: 'bom' | 'header' | 'meta' | 'xml-declaration' | 'guessed' | 'default'
  /** How many characters could not be read and stand as U+FFFD. */
  readonly replaced: number
}

type Verdict = Pick<DecodedText, 'charset' | 'why'>

/** Broken sequences a UTF-8 text may have per hundred of its letters beyond ASCII, and still be UTF-8. */
const UTF8_TOLERANCE = 10
/** How much of a document is looked at for that. */
const PROBE_BYTES = 256 * 1024
/** By how much a guess must explain the bytes better than a declaration to overrule it. */
const OVERRULING_MARGIN = 0.8
/** What explains the bytes so well that it cannot be overruled, so that nothing else need be tried. */
const CONVINCING_SCORE = 1.6
/** By how much a later declaration must explain the bytes better than an earlier one. */
const CONTRADICTING_MARGIN = 0.3

/** Decodes a document. Never fails: in the worst case it is read as windows-1252, in which every byte means something. */
export function decodeText(
  bytes: Uint8Array,
  { contentType, kind }: { readonly contentType: string | null; readonly kind: DocumentKind },
): DecodedText {
  const { charset, why } = findByMark(bytes) ?? findByForm(bytes, contentType, kind)
  const text = decodeBytes(charset, bytes)
  const mayBeBroken = charset !== 'utf-8' || !isUtf8(bytes)
  return { text, charset, why, replaced: mayBeBroken ? countReplaced(text) : 0 }
}

function findByMark([first, second, third]: Uint8Array): Verdict | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return { charset: 'utf-8', why: 'bom' }
  if (first === 0xff && second === 0xfe) return { charset: 'utf-16le', why: 'bom' }
  return first === 0xfe && second === 0xff ? { charset: 'utf-16be', why: 'bom' } : null
}

function findByForm(bytes: Uint8Array, contentType: string | null, kind: DocumentKind): Verdict {
  const head = readHead(bytes)
  const declared = findDeclaredCharsets(head, contentType, kind)
  const wide = findUtf16(bytes)
  if (wide) return believe(declared, wide) ?? { charset: wide, why: 'guessed' }
  const narrow = declared.filter((one) => !one.charset.startsWith('utf-16'))
  if (isAscii(bytes)) return judgeAscii(head, narrow)
  if (isUtf8(bytes) || isCutUtf8(bytes)) return judgeUtf8(bytes, narrow)
  return judgeLegacy(bytes, narrow, findClaimedLanguage(head))
}

const believe = (declared: readonly DeclaredCharset[], charset: string): Verdict | null =>
  declared.find((one) => one.charset === charset) ?? null

/** UTF-16 without a mark shows in its ASCII: every other byte is zero. No other charset of the web has zero bytes. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, 4_096) >> 1
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs; at++) {
    if (bytes[2 * at] === 0) even++
    if (bytes[2 * at + 1] === 0) odd++
  }
  if (odd > pairs / 5 && even <= odd / 10) return 'utf-16le'
  return even > pairs / 5 && odd <= even / 10 ? 'utf-16be' : null
}

/** ASCII is the same in all of them but ISO-2022-JP, which hides its letters behind escapes. */
function judgeAscii(head: string, declared: readonly DeclaredCharset[]): Verdict {
  if (['$@', '$B', '(J'].some((escape) => head.includes(`\u001b${escape}`))) {
    return believe(declared, 'iso-2022-jp') ?? { charset: 'iso-2022-jp', why: 'guessed' }
  }
  return declared[0] ?? { charset: 'utf-8', why: 'default' }
}

/** Text that is sound UTF-8 beyond ASCII is UTF-8 by far more likely than by chance, whatever is declared. */
function judgeUtf8(bytes: Uint8Array, declared: readonly DeclaredCharset[]): Verdict {
  const [first] = declared
  if (first && first.charset !== 'utf-8' && isShortAndWide(bytes, first.charset)) return first
  return believe(declared, 'utf-8') ?? { charset: 'utf-8', why: 'guessed' }
}

/** A word or two of GB, Big5 or EUC can look like UTF-8 by chance: pairs of bytes, and no triples. */
function isShortAndWide(bytes: Uint8Array, charset: string): boolean {
  if (!/^(gb18030|big5|shift_jis|euc-jp|euc-kr)$/.test(charset)) return false
  const high = bytes.filter((byte) => byte >= 0x80)
  return high.length <= 8 && high.every((byte) => byte < 0xe0) && !decodeBytes(charset, bytes).includes('\uFFFD')
}

function judgeLegacy(bytes: Uint8Array, declared: readonly DeclaredCharset[], language: string | null): Verdict {
  if (isMostlyUtf8(bytes)) return believe(declared, 'utf-8') ?? { charset: 'utf-8', why: 'guessed' }
  const claims = declared.filter((one) => one.charset !== 'utf-8')
  const tried = rankCharsets(
    bytes,
    language,
    claims.map((one) => one.charset),
  )
  const scoreOf = (charset: string) =>
    tried.find((one) => one.charset === charset)?.score ?? (decodeBytes(charset, bytes).includes('\uFFFD') ? -1 : 2)
  const claim = claims.reduce<DeclaredCharset | undefined>(
    (held, one) => (held && scoreOf(one.charset) < scoreOf(held.charset) + CONTRADICTING_MARGIN ? held : one),
    undefined,
  )
  const claimScore = claim ? scoreOf(claim.charset) : 0
  if (claim && claimScore >= CONVINCING_SCORE) return claim
  const [best] = rankCharsets(bytes, language)
  if (claim && !(best && best.score > 0.5 && best.score > claimScore + OVERRULING_MARGIN)) return claim
  return best && best.score > 0
    ? { charset: best.charset, why: 'guessed' }
    : { charset: 'windows-1252', why: 'default' }
}

/** A few broken sequences among many sound ones: UTF-8 with damage, not another charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0
  let broken = 0
  // As a stream, so that the letter at the cut does not count as broken.
  for (const character of new TextDecoder().decode(bytes.subarray(0, PROBE_BYTES), { stream: true })) {
    if (character === '\uFFFD') broken++
    else if (character > '\u007f') sound++
  }
  return broken * 100 <= sound * UTF8_TOLERANCE
}

/** UTF-8 whose last sequence was cut off, as at the end of a truncated document. */
function isCutUtf8(bytes: Uint8Array): boolean {
  const start = bytes.subarray(-3).findLastIndex((byte) => byte >= 0xc0)
  if (start < 0) return false
  const rest = bytes.subarray(0, Math.max(0, bytes.length - 3) + start)
  return isUtf8(rest) && !isAscii(rest)
}

function countReplaced(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  return count
}
