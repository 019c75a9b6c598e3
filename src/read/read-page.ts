// In: the bytes of a page or file and where they came from. Out: what the reader makes of them.
// Never throws and never hangs: whatever the bytes are, the answer is a reading that says what it is.

import type { PageReading } from '../domain/reading.ts'
import { readHtml } from './read-html.ts'
import { readPlainText } from './read-plain-text.ts'
import { unreadable } from './unreadable.ts'

export type ReadOptions = {
  /** The address the page was found at. */
  readonly url: string
  readonly contentType: string | null
  /** Milliseconds after which the reader gives what it has. */
  readonly budgetMs: number
  /** When the page was captured, milliseconds since 1970, UTC. */
  readonly now: number
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/**
 * Reads a page. Never throws; the same bytes and options give the same reading, unless the budget ends first.
 *
 * @param bytes payload after undoing the content coding: HTML, XHTML, PDF or plain text
 */
export async function readPage(bytes: Uint8Array, options: ReadOptions): Promise<PageReading> {
  const started = performance.now()
  const isLate = (): boolean => performance.now() - started > options.budgetMs
  try {
    switch (kindOf(bytes, options.contentType)) {
      case 'empty':
        return unreadable('There are no bytes to read.')
      case 'binary':
        return unreadable('These bytes are neither a page nor a PDF nor a text.')
      case 'pdf': {
        const { readPdf } = await import('./read-pdf.ts')
        return await readPdf(bytes, options, isLate)
      }
      case 'text':
        return await readPlainText(bytes, options)
      default:
        return await readHtml(bytes, options, isLate)
    }
  } catch (problem) {
    return unreadable(
      `The reader failed on these bytes: ${problem instanceof Error ? problem.message : 'no reason given'}`,
    )
  }
}

type Kind = 'html' | 'pdf' | 'text' | 'binary' | 'empty'

const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b, 0x08],
  [0x52, 0x49, 0x46, 0x46],
  [0x00, 0x00, 0x00],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** What bytes are, by themselves first and by what the server said second. */
function kindOf(bytes: Uint8Array, contentType: string | null): Kind {
  if (bytes.length === 0) return 'empty'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (signatures.some((mark) => mark.every((byte, at) => bytes[at] === byte)) && !/<html|<!doctype/i.test(head))
    return 'binary'
  if (isNoise(bytes)) return 'binary'
  if (/^(?:image|audio|video|font)\//i.test(contentType ?? '') && !head.includes('<')) return 'binary'
  return /^text\/(?:plain|markdown)/i.test(contentType ?? '') && !/<(?:!doctype|html|body)/i.test(head)
    ? 'text'
    : 'html'
}

const JUDGED_BYTES = 4_096

/**
 * Control characters make a tenth of packed or encrypted bytes, and next to none of a text. The escape of ISO-2022 and
 * the line ends are not among them; UTF-16, whose half bytes look like controls, is known by its mark or its many zeros.
 */
function isNoise(bytes: Uint8Array): boolean {
  const judged = bytes.subarray(0, JUDGED_BYTES)
  const [first, second] = judged
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false
  let zeros = 0
  let controls = 0
  for (const byte of judged) {
    if (byte === 0) zeros++
    else if (byte < 9 || byte === 11 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls++
  }
  return zeros < judged.length / 50 && controls > Math.max(8, judged.length / 25)
}
