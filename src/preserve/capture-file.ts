// In: a file a person handed over. Out: its capture and WARC records, of type `resource`: there was no request to record.

import type { WarcDraft } from '../lib/warc/warc-record.ts'
import type { NewCapture } from './capture-page.ts'
import { describeMetadata } from './describe-capture.ts'
import { digestOf } from './digest.ts'

export type UploadedFile = {
  readonly bytes: Uint8Array
  /** As the person's machine calls it; folders are taken off. */
  readonly name: string
  readonly contentType: string | null
  /** Where the person says it comes from. */
  readonly url: string | null
}

export type FileCapture = {
  readonly capture: NewCapture
  readonly records: readonly WarcDraft[]
  /** Index in `records` of the one whose place becomes the capture's. */
  readonly main: number
}

/** `status` of such a capture is 0 and it has no headers: no server said anything. */
export function captureFile(
  file: UploadedFile,
  tools: {
    readonly now: number
    readonly tool: string
    readonly newRecordId: () => string
    /** What the bytes are, when no person handed them over as a file. */
    readonly source?: string | undefined
  },
): FileCapture {
  const name = file.name.split(/[/\\]/).at(-1) || 'unnamed'
  const url = file.url ?? `file:///${encodeURIComponent(name.toWellFormed())}`
  const capture: NewCapture = {
    url,
    finalUrl: url,
    redirects: [],
    status: 0,
    headers: [],
    contentType: file.contentType,
    requestedAt: tools.now,
    digest: digestOf(file.bytes),
    size: file.bytes.length,
    decodedSize: file.bytes.length,
    remoteAddress: null,
    tool: tools.tool,
  }
  const resource = describeResource(file, url, capture.requestedAt, tools.newRecordId())
  const about = describeMetadata(tools.newRecordId(), tools.now, url, resource.id, [
    ['software', tools.tool],
    ['fileName', name],
    ...(tools.source === undefined ? [] : [['source', tools.source] as const]),
    ['addressGivenBy', file.url === null ? 'nobody' : 'the person who handed the file over'],
    ['payloadDigest', `sha256:${capture.digest}`],
  ])
  return { capture, records: [resource, about], main: 0 }
}

function describeResource(file: UploadedFile, url: string, date: number, id: string): WarcDraft {
  return {
    type: 'resource',
    id,
    date,
    fields: [
      ['WARC-Target-URI', url],
      ['Content-Type', file.contentType ?? 'application/octet-stream'],
    ],
    head: new Uint8Array(0),
    payload: file.bytes,
    packing: /pdf|zip|image/i.test(file.contentType ?? '') ? 'none' : 'fast',
  }
}
