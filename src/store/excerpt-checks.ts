// Looks for the words of excerpts in later texts, and what people decided about them.

import type { CaptureId } from '../domain/capture.ts'
import type { AnchorReport, CheckDecision, ExcerptCheck } from '../domain/excerpt-history.ts'
import type { Anchoring, ExcerptId, ExcerptPart } from '../domain/excerpt.ts'
import type { Id } from '../domain/id.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { Db, Tx } from './db.ts'
import type { ExcerptCheckRow } from './excerpt-schema.ts'

export type NewCheck = Omit<ExcerptCheck, 'decision' | 'decidedBy' | 'decidedAt'>

/** Adds a look, and says in the excerpt how it stands now. */
export async function addCheck(tx: Tx, check: NewCheck, anchoring: Anchoring): Promise<void> {
  await tx
    .insertInto('excerpt_checks')
    .values({
      id: check.id,
      excerpt_id: check.excerptId,
      reading_id: check.readingId,
      capture_id: check.captureId,
      at: check.at,
      anchoring: check.anchoring,
      parts: check.parts && JSON.stringify(check.parts),
      report: JSON.stringify(check.report),
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .execute()
  await tx.updateTable('excerpts').set({ anchoring }).where('id', '=', check.excerptId).execute()
}

/** Every look for the words of an excerpt, the first first. */
export async function listChecks(db: Db, excerptId: ExcerptId): Promise<ExcerptCheck[]> {
  const rows = await db
    .selectFrom('excerpt_checks')
    .selectAll()
    .where('excerpt_id', '=', excerptId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toCheck)
}

/** Writes down what a person decided about looks that nobody has decided on yet. */
export async function decideChecks(
  tx: Tx,
  ids: readonly Id<'check'>[],
  { decision, by, at }: { decision: CheckDecision; by: string; at: number },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('excerpt_checks')
    .set({ decision, decided_by: by, decided_at: at })
    .where('id', 'in', ids)
    .where('decision', 'is', null)
    .execute()
}

function toCheck(row: ExcerptCheckRow): ExcerptCheck {
  return {
    id: row.id as Id<'check'>,
    excerptId: row.excerpt_id as ExcerptId,
    readingId: row.reading_id as ReadingId,
    captureId: row.capture_id as CaptureId,
    at: row.at,
    anchoring: row.anchoring as Anchoring,
    parts: row.parts === null ? null : (JSON.parse(row.parts) as ExcerptPart[]),
    report: JSON.parse(row.report) as AnchorReport[],
    decision: row.decision as CheckDecision | null,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }
}
