// The key of the clipper: only its digest is kept, so that nobody who reads the records can use it.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from './db.ts'

const FACT = 'clipper-key'

type Kept = { readonly digest: string; readonly madeAt: number }

/** Makes a key; an older one is worth nothing from then on. */
export async function makeClipperKey(db: Db, now: number): Promise<string> {
  const key = randomBytes(32).toString('base64url')
  const value = JSON.stringify({ digest: digestOf(key).toString('hex'), madeAt: now } satisfies Kept)
  await db
    .insertInto('facts')
    .values({ name: FACT, value })
    .onConflict((c) => c.column('name').doUpdateSet({ value }))
    .execute()
  return key
}

export async function dropClipperKey(db: Db): Promise<void> {
  await db.deleteFrom('facts').where('name', '=', FACT).execute()
}

/** When the key was made; null = there is none. */
export async function findClipperKeyTime(db: Db): Promise<number | null> {
  return (await readKept(db))?.madeAt ?? null
}

export async function isClipperKey(db: Db, key: string): Promise<boolean> {
  const kept = await readKept(db)
  return kept !== undefined && timingSafeEqual(digestOf(key), Buffer.from(kept.digest, 'hex'))
}

async function readKept(db: Db): Promise<Kept | undefined> {
  const row = await db.selectFrom('facts').select('value').where('name', '=', FACT).executeTakeFirst()
  return row && (JSON.parse(row.value) as Kept)
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
