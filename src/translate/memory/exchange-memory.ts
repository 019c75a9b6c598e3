// The memory as a file, in and out: a part at a time, so that its size is no matter.

import { inTransaction } from '../../store/in-transaction.ts'
import { countSegments, listSegments } from '../../store/translation-memory.ts'
import type { Db } from '../../store/db.ts'
import { readTmx, writeTmx, type TmxUnit } from './tmx.ts'
import { teachMemory } from './translation-memory.ts'

export type MemoryImport = { readonly units: number; readonly learnt: number; readonly passedOver: number }

const AT_ONCE = 1_000

/** Learns what a file holds; unread machine words are passed over. Each part is a transaction: what was learnt stays learnt. */
export async function importMemory(
  db: Db,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { file, now, dryRun = false }: { file: string; now: number; dryRun?: boolean },
): Promise<MemoryImport> {
  const counts = { units: 0, learnt: 0, passedOver: 0 }
  let part: TmxUnit[] = []
  const learn = async (): Promise<void> => {
    if (!dryRun) counts.learnt += await learnPart(db, part, file, now)
    part = []
  }
  for await (const unit of readTmx(chunks)) {
    counts.units += 1
    if (unit.state === 'machine' || unit.state === 'none') counts.passedOver += 1
    else part.push(unit)
    if (part.length >= AT_ONCE) await learn()
  }
  await learn()
  return counts
}

async function learnPart(db: Db, units: readonly TmxUnit[], file: string, now: number): Promise<number> {
  const byPair = Map.groupBy(units, ({ from, to }) => `${from}>${to}`)
  return inTransaction(db, async (tx) => {
    let learnt = 0
    for (const [pair, list] of byPair) {
      const [from = '', to = ''] = pair.split('>')
      const lessons = list.map(({ source, target, state, origin }) => ({
        source,
        target,
        state,
        origin: origin ?? file,
      }))
      learnt += await teachMemory(tx, { from, to }, lessons, now)
    }
    return learnt
  })
}

/** All of the memory as TMX, piece by piece. */
export async function* exportMemory(db: Db, tool: string): AsyncGenerator<string> {
  yield* writeTmx(listAll(db), tool)
}

async function* listAll(db: Db): AsyncGenerator<TmxUnit> {
  for (let after = -1; ;) {
    const part = await listSegments(db, after, AT_ONCE)
    for (const { from, to, source, target, state, origin } of part) yield { from, to, source, target, state, origin }
    const last = part.at(-1)
    if (!last || part.length < AT_ONCE) return
    after = last.no
  }
}

/** How many sentences the memory knows, by languages. */
export const describeMemory = (db: Db): ReturnType<typeof countSegments> => countSegments(db)
