// In: the archive and what the database claims to lie in it. Out: what holds and what fails, with the captures that rest on it.
// Reads every byte: a digest that is not computed again proves nothing.

import type { Capture, CaptureId } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import { DeskError } from '../domain/errors.ts'
import { sliceSource } from '../lib/byte-source.ts'
import type { ByteSource } from '../lib/byte-source.ts'
import { checkDigests } from '../lib/warc/check-digests.ts'
import { readRecords } from '../lib/warc/read-records.ts'
import { recordPayload, unpackRecord } from '../lib/warc/unpack-record.ts'
import type { ArchivedRecord } from '../lib/warc/warc-record.ts'
import { fieldOf } from '../lib/warc/warc-record.ts'
import type { Archive } from '../store/archive/archive.ts'
import { digestOf } from './digest.ts'

/** What the database says of one capture. */
export type Claim = Pick<Capture, 'id' | 'itemId' | 'finalUrl' | 'digest' | 'size' | 'place'> & {
  /** The digest that the custody log holds, when the caller has it at hand; it must be the same. */
  readonly sealedDigest?: string | null
}

export type VerifyFailure = {
  readonly file: string
  readonly offset: number
  /** A sentence for people. */
  readonly reason: string
  /** The captures whose bytes this concerns; empty when none rests on them. */
  readonly captures: readonly { readonly id: CaptureId; readonly itemId: ItemId; readonly url: string }[]
}

export type VerifyProgress = { readonly file: string; readonly bytesDone: number; readonly bytesInAll: number }

export type Verification = {
  readonly files: number
  readonly bytes: number
  readonly records: number
  readonly captures: number
  readonly failures: readonly VerifyFailure[]
}

export type VerifyTools = {
  readonly archive: Pick<Archive, 'list' | 'readFile'>
  /** The claims on one file, in any order. */
  readonly claimsOn: (file: string) => Promise<readonly Claim[]>
  /** File → acknowledged bytes, so that a file that is missing altogether is noticed. */
  readonly acknowledged: ReadonlyMap<string, number>
  readonly onProgress?: (progress: VerifyProgress) => void
}

/** Re-reads the whole archive. Failures are values; it throws only when the disk cannot be read at all. */
export async function verifyArchive(tools: VerifyTools): Promise<Verification> {
  const files = await tools.archive.list()
  const bytesInAll = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const tally = { records: 0, captures: 0, failures: [] as VerifyFailure[] }
  let bytesDone = 0
  for (const { file, bytes } of files) {
    const start = bytesDone
    const report = (at: number) => tools.onProgress?.({ file, bytesDone: start + at, bytesInAll })
    const claims = await tools.claimsOn(file)
    const promised = tools.acknowledged.get(file) ?? 0
    await tools.archive.readFile(file, (source) => {
      // Beyond the acknowledged end a record may be half written at this very moment.
      const settled = promised > 0 ? sliceSource(source, 0, Math.min(promised, source.size)) : source
      return verifyFile(file, settled, claims, tally, report)
    })
    if (bytes < promised) tally.failures.push(shortened(file, bytes, promised))
    bytesDone += bytes
    report(bytes)
  }
  for (const file of tools.acknowledged.keys()) {
    if (files.some((one) => one.file === file)) continue
    const claims = await tools.claimsOn(file)
    tally.captures += claims.length
    tally.failures.push({ file, offset: 0, reason: 'The whole file is missing.', captures: claims.map(nameClaim) })
  }
  return { files: files.length, bytes: bytesInAll, ...tally }
}

type Tally = { records: number; captures: number; failures: VerifyFailure[] }

async function verifyFile(
  file: string,
  source: ByteSource,
  claims: readonly Claim[],
  tally: Tally,
  report: (at: number) => void,
): Promise<void> {
  const open = new Map(claims.map((claim) => [claim.place.offset, claim]))
  tally.captures += claims.length
  for await (const finding of readRecords(source)) {
    if (finding.kind === 'damage') {
      const touched = claims.filter(
        ({ place }) => place.offset <= finding.offset && finding.offset < place.offset + place.length,
      )
      tally.failures.push({
        file,
        offset: finding.offset,
        reason: sentence(finding.reason),
        captures: touched.map(nameClaim),
      })
      continue
    }
    const { record } = finding
    tally.records++
    const claim = open.get(record.offset)
    open.delete(record.offset)
    for (const reason of [...findBadDigests(record), ...(claim ? compareWithClaim(record, claim) : [])]) {
      tally.failures.push({ file, offset: record.offset, reason, captures: claim ? [nameClaim(claim)] : [] })
    }
    report(record.offset)
  }
  for (const claim of open.values()) {
    const reason = 'No readable record begins where the capture should lie.'
    tally.failures.push({ file, offset: claim.place.offset, reason, captures: [nameClaim(claim)] })
  }
}

function shortened(file: string, bytes: number, promised: number): VerifyFailure {
  const reason = `The file has lost its end: it has ${bytes} bytes, and ${promised} were acknowledged.`
  return { file, offset: bytes, reason, captures: [] }
}

function findBadDigests(record: ArchivedRecord): string[] {
  return checkDigests(record)
    .filter(({ kind }) => kind === 'fails')
    .map(({ field }) => `The bytes of the ${record.type} record do not match its ${field}.`)
}

function compareWithClaim(record: ArchivedRecord, claim: Claim): string[] {
  const reasons: string[] = []
  const { payload } = recordPayload(record)
  if (payload.length !== claim.size)
    reasons.push(`The payload has ${payload.length} bytes, and the capture says ${claim.size}.`)
  if (digestOf(payload) !== claim.digest) reasons.push('The payload does not match the digest of the capture.')
  if (claim.sealedDigest && claim.sealedDigest !== claim.digest) {
    reasons.push('The digest of the capture is not the one in the custody log.')
  }
  if (record.place?.length !== claim.place.length) reasons.push('The record is not as long as the capture says.')
  const url = fieldOf(record.fields, 'WARC-Target-URI')
  if (url !== claim.finalUrl) reasons.push('The record is of another address than the capture says.')
  return reasons
}

function nameClaim(claim: Claim): VerifyFailure['captures'][number] {
  return { id: claim.id, itemId: claim.itemId, url: claim.finalUrl }
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}

export type CaptureVerification =
  | { readonly kind: 'holds'; readonly digest: string; readonly size: number }
  | { readonly kind: 'fails'; readonly reasons: readonly string[] }

/** Re-reads the bytes of one capture. */
export async function verifyCapture(archive: Pick<Archive, 'read'>, claim: Claim): Promise<CaptureVerification> {
  const packed = await readPlace(archive, claim)
  if (typeof packed === 'string') return { kind: 'fails', reasons: [packed] }
  const unpacked = await unpackRecord(packed)
  if (unpacked.kind === 'damaged') return { kind: 'fails', reasons: [sentence(unpacked.reason)] }
  // Unpacked by itself the record knows nothing of its place in the file: the claim's place is where it was read.
  const record = { ...unpacked.record, place: claim.place }
  const reasons = [...findBadDigests(record), ...compareWithClaim(record, claim)]
  return reasons.length > 0 ? { kind: 'fails', reasons } : { kind: 'holds', digest: claim.digest, size: claim.size }
}

async function readPlace(archive: Pick<Archive, 'read'>, claim: Claim): Promise<Uint8Array | string> {
  try {
    return await archive.read(claim.place)
  } catch (error) {
    if (error instanceof DeskError && error.code === 'evidence-fails') return error.message
    throw error
  }
}
