// Re-reads every preserved byte and says what holds and what fails.

import { errorCodes } from '../domain/errors.ts'
import { checkChain } from '../preserve/custody.ts'
import { countOf } from '../lib/count-of.ts'
import { verifyImports, type ImportVerification } from '../preserve/verify-imports.ts'
import { verifyArchive as verify, type Verification, type VerifyFailure } from '../preserve/verify.ts'
import { openArchiveReader } from '../store/archive/folder-archive.ts'
import { listCapturesAt, readAcknowledged } from '../store/captures.ts'
import { findSealedDigests, listCustodyAfter } from '../store/custody.ts'
import { findItems } from '../store/items.ts'
import { findReadingOf } from '../store/readings.ts'
import type { Db } from '../store/db.ts'
import { homePlaces } from '../tools.ts'
import type { Command } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const verifyArchive: Command = {
  name: 'verify-archive',
  usage: 'verify-archive',
  maxWords: 0,
  about: 'Re-read every preserved byte, compare all digests and the custody log, and name what fails.',
  details: `Of imported files the words are kept, not the bytes: their words are hashed again and compared with the log. Exit code 0 when everything holds, ${errorCodes['evidence-fails'].exit} when anything fails. Nothing is changed.`,
  examples: ['dragoman verify-archive', 'dragoman verify-archive --json'],
  options: {},
  async run(input, out) {
    const config = configOf(input)
    return withRecords(config, async ({ db }) => {
      const result = await verify({
        archive: openArchiveReader(homePlaces(config.home).archive),
        acknowledged: await readAcknowledged(db),
        claimsOn: (file) => claimsOn(db, file),
        onProgress: ({ bytesDone, bytesInAll, file }) =>
          out.progress(`${megabytes(bytesDone)} of ${megabytes(bytesInAll)} MB read · ${file}`),
      })
      const custody = await checkChain(walkCustody(db))
      const imports = await verifyImports(db)
      const resting = await nameResting(db, result.failures)
      const holds = result.failures.length === 0 && custody.kind === 'holds' && imports.failures.length === 0
      if (input.options['json'] === true) out.json({ holds, ...result, failures: resting, custody, imports })
      else {
        show(out, { ...result, failures: resting }, custody)
        showImports(out, imports)
      }
      return holds ? 0 : errorCodes['evidence-fails'].exit
    })
  },
}

async function claimsOn(db: Db, file: string) {
  const captures = await listCapturesAt(db, file, 0, Number.MAX_SAFE_INTEGER)
  const sealed = await findSealedDigests(
    db,
    captures.map(({ id }) => id),
  )
  return captures.map((capture) => ({ ...capture, sealedDigest: sealed.get(capture.id) ?? null }))
}

async function* walkCustody(db: Db) {
  for (let after = 0; ;) {
    const entries = await listCustodyAfter(db, after, 1000)
    yield* entries
    const last = entries.at(-1)
    if (!last) return
    after = last.sequence
  }
}

type NamedFailure = Omit<VerifyFailure, 'captures'> & {
  readonly documents: readonly { id: string; title: string | null; url: string }[]
}

/** The documents that rest on the bytes that fail, by title. */
async function nameResting(db: Db, failures: readonly VerifyFailure[]): Promise<NamedFailure[]> {
  return Promise.all(
    failures.map(async ({ captures, ...failure }) => ({
      ...failure,
      documents: await Promise.all(
        captures.map(async ({ id, itemId, url }) => {
          const [item] = await findItems(db, [itemId])
          const reading = await findReadingOf(db, id)
          return { id: itemId, title: reading?.title ?? item?.promisedTitle ?? null, url }
        }),
      ),
    })),
  )
}

function show(
  out: Output,
  result: Omit<Verification, 'failures'> & { failures: readonly NamedFailure[] },
  custody: Awaited<ReturnType<typeof checkChain>>,
): void {
  out.line(
    `${countOf(result.files, 'file')}, ${countOf(result.records, 'record')}, ${countOf(result.captures, 'capture')}, ${megabytes(result.bytes)} MB re-read`,
  )
  out.line(
    custody.kind === 'holds'
      ? `The custody log holds: ${custody.entries} entries, head ${custody.head}`
      : `The custody log is broken: ${custody.reason}`,
  )
  if (result.failures.length === 0)
    out.line(result.captures === 0 ? 'There are no captures to verify.' : 'Every capture holds.')
  for (const { file, offset, reason, documents } of result.failures) {
    out.line(`\nFAILS  ${file} at ${offset}: ${reason}`)
    for (const document of documents)
      out.line(`       rests on it: ${document.title ?? '(no title)'} · ${document.url}`)
    if (documents.length === 0) out.line('       no document rests on it')
  }
}

/** Says no more than was done: the bytes of an imported file are not there to be read again. */
function showImports(out: Output, { files, logged, textsHold, bytesHold, failures }: ImportVerification): void {
  if (files === 0 && failures.length === 0) return
  const unlogged = files === logged ? '' : ' (the log speaks of imports only since this version)'
  out.line(`${countOf(files, 'imported file')}: ${logged} in the custody log${unlogged}`)
  const rest = files - bytesHold
  out.line(`The words of ${textsHold} of ${files} were hashed again and are as they were sealed.`)
  if (bytesHold > 0) out.line(`The words of ${bytesHold} are the bytes of the file: its digest was computed again.`)
  if (rest > 0) out.line(`The bytes of ${rest} are not kept as they were: their digests cannot be computed again.`)
  for (const { id, name, reason } of failures) out.line(`\nFAILS  import ${id} (${name ?? 'no name'}): ${reason}`)
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
