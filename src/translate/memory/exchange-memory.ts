// The memory as a file, in and out: a part at a time, so that its size is no matter.

import { countSegments, findByKeys, listSegments } from '../../store/translation-memory.ts'
import type { Db } from '../../store/db.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { segmentNoOf, sourceKeyOf, type Pair } from './memory-key.ts'
import { readTmx, writeTmx, type TmxUnit } from './tmx.ts'
import { teachMemory } from './translation-memory.ts'

export type MemoryImport = {
  readonly units: number
  readonly learnt: number
  /** Unread machine words, which the memory does not take. */
  readonly passedOver: number
  /** Of those that are, or would be, learnt. */
  readonly fresh: number
  readonly changed: number
  readonly same: number
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly units: number }[]
}

type Counts = { -readonly [Key in Exclude<keyof MemoryImport, 'pairs'>]: number }

const AT_ONCE = 1_000

/** Learns what a file holds; unread machine words are passed over. Each part is a transaction: what was learnt stays learnt. */
export async function importMemory(
  db: Db,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { file, now, dryRun = false }: { file: string; now: number; dryRun?: boolean },
): Promise<MemoryImport> {
  const counts: Counts = { units: 0, learnt: 0, passedOver: 0, fresh: 0, changed: 0, same: 0 }
  const pairs = new Map<string, { from: string; to: string; units: number }>()
  let part: TmxUnit[] = []
  const learn = async (): Promise<void> => {
    await countPart(db, part, counts)
    if (!dryRun) counts.learnt += await learnPart(db, part, file, now)
    part = []
  }
  for await (const unit of readTmx(chunks)) {
    counts.units += 1
    const { from, to } = unit
    const pair = pairs.get(`${from}>${to}`) ?? { from, to, units: 0 }
    pairs.set(`${from}>${to}`, { ...pair, units: pair.units + 1 })
    if (unit.state === 'machine' || unit.state === 'none') counts.passedOver += 1
    else part.push(unit)
    if (part.length >= AT_ONCE) await learn()
  }
  await learn()
  return { ...counts, pairs: [...pairs.values()].toSorted((a, b) => b.units - a.units) }
}

const numberOf = (pair: Pair & { readonly source: string }): number => segmentNoOf(pair, sourceKeyOf(pair.source))

/** What the memory makes of them. The last one of a sentence counts: it is the one that is learnt. */
async function countPart(db: Db, units: readonly TmxUnit[], counts: Counts): Promise<void> {
  const byNo = new Map(units.map((unit) => [numberOf(unit), unit]))
  const known = new Map((await findByKeys(db, [...byNo.keys()])).map((unit) => [unit.no, unit]))
  for (const [no, { target }] of byNo) {
    const before = known.get(no)
    if (!before) counts.fresh += 1
    else if (before.target === target) counts.same += 1
    else counts.changed += 1
  }
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
