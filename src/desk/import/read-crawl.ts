// In: a crawl (WARC, ARC, WACZ). Out: the text of every page in it that was fetched whole, and what is damaged.

import type { ByteSource } from '../../lib/byte-source.ts'
import { decodeBody } from '../../lib/decode-body.ts'
import { readRecords } from '../../lib/warc/read-records.ts'
import { openWaczArchive, readWacz } from '../../lib/warc/read-wacz.ts'
import { recordPayload } from '../../lib/warc/unpack-record.ts'
import { fieldOf, type ArchivedRecord } from '../../lib/warc/warc-record.ts'
import { readHtmlText } from './read-html-text.ts'
import type { InputProblem, InputText } from './input-text.ts'

const longestPage = 64 << 20

/** Reads a crawl page by page; pages that are no HTML or were not found are passed over. */
export async function* readCrawl(
  file: string,
  kind: 'warc' | 'wacz',
  source: ByteSource,
  now: number,
): AsyncGenerator<InputText | InputProblem> {
  if (kind === 'warc') return yield* readWarc(file, source)
  const reading = await readWacz(source, now)
  if (reading.kind === 'not-a-wacz') return yield { kind: 'problem', file, reason: reading.reason }
  for (const problem of reading.wacz.problems) yield { kind: 'problem', file, reason: problem }
  for (const name of reading.wacz.archives) {
    const archive = await openWaczArchive(source, name)
    if (typeof archive === 'string') yield { kind: 'problem', file, reason: archive }
    else yield* readWarc(`${file}#${name}`, archive)
  }
}

async function* readWarc(file: string, source: ByteSource): AsyncGenerator<InputText | InputProblem> {
  const seen = new Set<string>()
  let pages = 0
  for await (const finding of readRecords(source)) {
    if (finding.kind === 'damage') {
      yield { kind: 'problem', file: `${file}, byte ${finding.offset}`, reason: finding.reason }
      continue
    }
    const address = fieldOf(finding.record.fields, 'WARC-Target-URI')
    if (address === null || seen.has(address)) continue
    const page = await readRecordPage(file, address, finding.record)
    if (page === null) continue
    seen.add(address)
    pages += 1
    yield page
  }
  if (pages === 0) yield { kind: 'problem', file, reason: 'It holds no page that could be read.' }
}

/** Null for what is no page: requests, pictures, redirects, pages that were not found. */
async function readRecordPage(
  file: string,
  address: string,
  record: ArchivedRecord,
): Promise<InputText | InputProblem | null> {
  if (record.type !== 'response' && record.type !== 'resource') return null
  const { http, payload } = recordPayload(record)
  if (http !== null && (http.status === null || http.status < 200 || http.status > 299)) return null
  const type = http === null ? fieldOf(record.fields, 'Content-Type') : fieldOf(http.headers, 'Content-Type')
  if (!/\b(?:x?html|xhtml\+xml)\b/iu.test(type ?? '')) return null
  const body = await decodeBody(payload, http === null ? null : fieldOf(http.headers, 'Content-Encoding'), longestPage)
  const place = `${file}, ${address}`
  if (body.kind === 'too-large')
    return { kind: 'problem', file: place, reason: `The page is longer than ${longestPage >> 20} MB.` }
  if (body.kind === 'unreadable') return { kind: 'problem', file: place, reason: body.reason }
  const found = readHtmlText(place, body.body, type)
  if (found.kind === 'problem' || body.whole) return found
  return { ...found, notes: [...found.notes, 'The bytes of the page break off before its end.'] }
}
