// Collection policies, as versions: the latest is in force, the others are its history.

import type { OutletId } from '../domain/outlet.ts'
import { usualPolicy, type Policy } from '../domain/policy.ts'
import type { Db } from './db.ts'

export type PolicyVersion = {
  readonly version: number
  readonly policy: Policy
  readonly signedBy: string
  readonly signedAt: number
}

/** The latest first; empty = nobody has set one. */
export async function listPolicies(db: Db, outletId: OutletId): Promise<PolicyVersion[]> {
  const rows = await db
    .selectFrom('outlet_policies')
    .selectAll()
    .where('outlet_id', '=', outletId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    policy: { ...usualPolicy, ...(JSON.parse(row.policy) as Partial<Policy>) },
    signedBy: row.signed_by,
    signedAt: row.signed_at,
  }))
}

/** The policy in force for an outlet. */
export async function findPolicy(db: Db, outletId: OutletId): Promise<Policy> {
  return (await listPolicies(db, outletId))[0]?.policy ?? usualPolicy
}

/** @returns false, and saves nothing, when there is a further version than `version` by now */
export async function savePolicy(
  db: Db,
  outletId: OutletId,
  { policy, signedBy, signedAt }: Omit<PolicyVersion, 'version'>,
  version: number,
): Promise<boolean> {
  if (((await listPolicies(db, outletId))[0]?.version ?? 0) !== version) return false
  const added = await db
    .insertInto('outlet_policies')
    .values({
      outlet_id: outletId,
      version: version + 1,
      policy: JSON.stringify(policy),
      signed_by: signedBy,
      signed_at: signedAt,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}
