// In: the custody log and the imported files as the records keep them. Out: which of them are as they were sealed.
// The bytes of an imported file are not kept, only its words: what can be computed again is the digest of the words, and
// that of the bytes only where the file was plain UTF-8, so that words and bytes are the same.

import type { ImportFile, ImportId } from '../domain/article-record.ts'
import { findImport, listImportIds } from '../store/article-imports.ts'
import { walkSealedImports } from '../store/custody.ts'
import type { Db } from '../store/db.ts'
import { digestOf } from './digest.ts'

export type ImportFailure = { readonly id: ImportId; readonly name: string | null; readonly reason: string }

export type ImportVerification = {
  /** Files that the records hold. */
  readonly files: number
  /** Of them, those that stand in the custody log; files brought in before the log spoke of them do not. */
  readonly logged: number
  /** Of those, the ones whose words were hashed again and are as they were sealed. */
  readonly textsHold: number
  /** Of those, the ones whose words are the bytes of the file, so that the digest of the bytes was computed again too. */
  readonly bytesHold: number
  readonly failures: readonly ImportFailure[]
}

/** Re-reads the words of every imported file, one file at a time. Failures are values. */
export async function verifyImports(db: Db): Promise<ImportVerification> {
  const unlogged = new Set(await listImportIds(db))
  const tally = { files: unlogged.size, logged: 0, textsHold: 0, bytesHold: 0 }
  const failures: ImportFailure[] = []
  for await (const { id, details } of walkSealedImports(db)) {
    const file = await findImport(db, id)
    if (file === undefined) {
      const name = typeof details['name'] === 'string' ? details['name'] : null
      failures.push({ id, name, reason: 'The custody log has the file, and the records do not.' })
      continue
    }
    if (unlogged.delete(id)) tally.logged++
    const text = digestOf(file.text)
    const reasons = compareWithSeal(file, text, details)
    for (const reason of reasons) failures.push({ id, name: file.name, reason })
    if (reasons.length > 0) continue
    tally.textsHold++
    if (text === file.digest) tally.bytesHold++
  }
  return { ...tally, failures }
}

function compareWithSeal(file: ImportFile, text: string, sealed: Readonly<Record<string, unknown>>): string[] {
  return [
    ...(sealed['digest'] === file.digest && sealed['size'] === file.size
      ? []
      : ['The digest and size of its bytes are not those in the custody log.']),
    ...(sealed['name'] === file.name ? [] : ['It has another name than in the custody log.']),
    ...(sealed['text'] === text ? [] : ['Its words are not those that were sealed.']),
  ]
}
