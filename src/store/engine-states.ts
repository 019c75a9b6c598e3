// How each engine answered last: what it was in trouble with, and when it last translated.

import type { Db } from './db.ts'

export type EngineTrouble = { readonly kind: string; readonly reason: string; readonly at: number }
export type EngineState = { readonly answeredAt: number | null; readonly trouble: EngineTrouble | null }

/** Name of the engine → its state. */
export async function listEngineStates(db: Db): Promise<Map<string, EngineState>> {
  const rows = await db.selectFrom('engine_states').selectAll().execute()
  return new Map(
    rows.map((row): [string, EngineState] => [
      row.engine,
      {
        answeredAt: row.answered_at,
        trouble:
          row.trouble === null || row.trouble_at === null
            ? null
            : { kind: row.trouble_kind ?? 'away', reason: row.trouble, at: row.trouble_at },
      },
    ]),
  )
}

/** The trouble stays on record when it is over: when it was says whether it is. */
export async function noteAnswered(db: Db, engine: string, now: number): Promise<void> {
  await db
    .insertInto('engine_states')
    .values({ engine, answered_at: now, trouble_kind: null, trouble: null, trouble_at: null })
    .onConflict((c) => c.column('engine').doUpdateSet({ answered_at: now }))
    .execute()
}

export async function noteTrouble(db: Db, engine: string, { kind, reason, at }: EngineTrouble): Promise<void> {
  const trouble = { trouble_kind: kind, trouble: reason, trouble_at: at }
  await db
    .insertInto('engine_states')
    .values({ engine, answered_at: null, ...trouble })
    .onConflict((c) => c.column('engine').doUpdateSet(trouble))
    .execute()
}
