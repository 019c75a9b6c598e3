// In: a step of a capture as it happened. Out: its WARC records.
// `response` and `request` of each step point at each other, `metadata` at the final response (WARC-Concurrent-To).

import type { HttpResponse } from '../lib/http.ts'
import { encodeHttpHead } from '../lib/warc/parse-http-message.ts'
import { warcId } from '../lib/warc/warc-record.ts'
import type { WarcDraft, WarcFields } from '../lib/warc/warc-record.ts'
import type { NewCapture, Step } from './capture-page.ts'

const NOTHING = new Uint8Array(0)
/** A few lines: packing would save two hundred bytes of a page's twenty thousand, at the price of setting up a compressor. */
const SHORT = 'none'
/** Kinds of content that packing makes no smaller. */
const PACKED_TYPES = /^(image\/(?!svg|bmp)|video\/|audio\/|font\/|application\/(pdf|zip|gzip|x-gzip|zstd|x-7z))/i

/** The two records of one step. */
export function describeHop(step: Step, newRecordId: () => string): { request: WarcDraft; response: WarcDraft } {
  const { url, response } = step
  const ids = { request: newRecordId(), response: newRecordId() }
  const shared: [string, string][] = [['WARC-Target-URI', url]]
  if (response.remoteAddress) shared.push(['WARC-IP-Address', response.remoteAddress])
  const common = { date: response.requestedAt }
  return {
    response: {
      ...common,
      type: 'response',
      id: ids.response,
      fields: [...shared, ['Content-Type', 'application/http;msgtype=response']],
      head: encodeHttpHead(
        `HTTP/${response.httpVersion} ${response.status} ${response.statusText}`,
        response.headers.map(renameTransferCoding),
      ),
      payload: response.body,
      packing: choosePacking(response),
    },
    request: {
      ...common,
      type: 'request',
      id: ids.request,
      fields: [
        ...shared,
        ['WARC-Concurrent-To', warcId(ids.response)],
        ['Content-Type', 'application/http;msgtype=request'],
      ],
      head: encodeHttpHead(`GET ${response.requestTarget} HTTP/1.1`, response.requestHeaders),
      payload: NOTHING,
      packing: SHORT,
    },
  }
}

/**
 * The chunking of a message is undone when it is received, and the line that announced it would now make readers
 * look for chunks. It is kept under the name that other archives use; the capture's own headers have it as it came.
 */
function renameTransferCoding([name, value]: readonly [string, string]): readonly [string, string] {
  return name.toLowerCase() === 'transfer-encoding' ? [`X-Archive-Orig-${name}`, value] : [name, value]
}

function choosePacking(response: HttpResponse): WarcDraft['packing'] {
  const find = (wanted: string) => response.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
  const coded = /^(x-)?(gzip|deflate|br|zstd)/i.test(find('content-encoding').trim())
  return coded || PACKED_TYPES.test(find('content-type').trim()) ? 'none' : 'fast'
}

/** Who made the capture, under which rule, and what was odd (application/warc-fields). */
export function describeCapture(
  capture: NewCapture,
  robotsRule: string | null,
  notes: readonly string[],
  responseId: string,
  id: string,
): WarcDraft {
  const via = capture.redirects.at(-1)?.url
  const lines: [string, string][] = [
    ['software', capture.tool],
    ['requestedUrl', capture.url],
    ...(via ? ([['via', via]] as [string, string][]) : []),
    ['hopsFromSeed', 'R'.repeat(capture.redirects.length)],
    ['payloadDigest', `sha256:${capture.digest}`],
    ['robotsRule', robotsRule ?? 'none applies'],
    ...notes.map((note) => ['note', note] as [string, string]),
  ]
  return describeMetadata(id, capture.requestedAt, capture.finalUrl, responseId, lines)
}

export function describeMetadata(
  id: string,
  date: number,
  url: string,
  concurrentTo: string,
  lines: WarcFields,
): WarcDraft {
  const text = lines.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ').trim()}\r\n`).join('')
  return {
    type: 'metadata',
    id,
    date,
    fields: [
      ['WARC-Target-URI', url],
      ['WARC-Concurrent-To', warcId(concurrentTo)],
      ['Content-Type', 'application/warc-fields'],
    ],
    head: NOTHING,
    payload: Buffer.from(text),
    packing: SHORT,
  }
}
