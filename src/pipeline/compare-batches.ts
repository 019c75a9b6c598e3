// In: documents to compare. Out: what was found, from the thread that holds the store of copies.
// A thread that dies takes its batch with it: its documents are tried once more, each alone, so that only the guilty
// one is passed over.

import { DeskError } from '../domain/errors.ts'
import type { TaskEnd, ThreadPool } from '../lib/thread-pool.ts'
import type { BatchFindings, CopyBatch } from '../understand/copies/compare-batch.ts'
import type { CompareAnswer, CompareTask } from '../understand/copies/compare-task.ts'

type Comparer = Pick<ThreadPool<CompareTask, CompareAnswer>, 'run'>

/**
 * @param path of the store of copies
 * @throws DeskError `disk-full`, or `home-broken` when the store cannot be used
 */
export async function compareBatches(
  comparer: Comparer,
  path: string,
  batch: CopyBatch,
): Promise<{ findings: BatchFindings; passedOver: readonly string[] }> {
  const whole = await comparer.run({ path, ...batch })
  if (whole.kind === 'answered') return { findings: findingsOf(whole), passedOver: [] }
  const found: BatchFindings[] = [findingsOf(await comparer.run({ path, documents: [], forget: batch.forget }))]
  const passedOver: string[] = []
  for (const document of batch.documents) {
    const end = await comparer.run({ path, documents: [document], forget: [] })
    if (end.kind === 'answered') found.push(findingsOf(end))
    else passedOver.push(document.id)
  }
  return { findings: putTogether(found), passedOver }
}

function findingsOf(end: TaskEnd<CompareAnswer>): BatchFindings {
  if (end.kind === 'answered' && end.answer.kind === 'compared') return end.answer.findings
  const reason = end.kind === 'answered' && end.answer.kind === 'failed' ? end.answer.reason : 'the thread ended'
  if (end.kind === 'answered' && end.answer.kind === 'failed' && end.answer.isDiskFull)
    throw new DeskError('disk-full', reason)
  throw new DeskError('internal', `Copies could not be looked for: ${reason}`)
}

/** Later findings of a group take the place of earlier ones. */
function putTogether(found: readonly BatchFindings[]): BatchFindings {
  const groups = new Map(found.flatMap((one) => one.groups.map((group) => [group.no, group] as const)))
  const gone = [...new Set(found.flatMap((one) => one.gone))]
  for (const no of gone) groups.delete(no)
  return {
    groups: [...groups.values()],
    gone,
    possible: found.flatMap(({ possible }) => possible),
    identity: found.at(-1)?.identity ?? '',
  }
}
