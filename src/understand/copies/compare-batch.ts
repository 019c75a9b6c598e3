// In: some documents that are new or were read anew. Out: the groups they are in, and whom they may be copies of.
// The work of one job. It knows no records: what comes of it is saved by whoever asked.

import type { Certainty, CopyKind } from '../../domain/copy.ts'
import type { CopyRecord, CopyStore } from '../../store/copies/copy-store.ts'
import { createCopyFinder, type CopyFinding } from './create-copy-finder.ts'
import { describeGroup, type CopyGroup, type GroupMember } from './describe-group.ts'
import type { CopyDocument } from './document.ts'
import { decodeSketch, type Sketch } from './sketch-document.ts'

export type CopyBatch = {
  readonly documents: readonly CopyDocument[]
  /** Ids of documents that are not compared any more. */
  readonly forget: readonly string[]
}

export type BatchFindings = {
  readonly groups: readonly (CopyGroup & { readonly no: number })[]
  /** Groups that are none any more. */
  readonly gone: readonly number[]
  readonly possible: readonly GroupMember[]
  /** Of the store they were found with. */
  readonly identity: string
}

/** Of a larger group the first members are described, and those that came with this batch: the cost has a limit. */
const FIRST_MEMBERS = 40

/** All of it becomes lasting in the store together. The same batch once more finds the same. */
export async function compareBatch(store: CopyStore, { documents, forget }: CopyBatch): Promise<BatchFindings> {
  const finder = createCopyFinder({ store })
  return store.together(async () => {
    const touched = new Set<number>()
    const touch = (group: number | null | undefined) => group !== null && group !== undefined && touched.add(group)
    for (const id of forget) {
      touch((await store.find(id))?.group)
      await store.remove(id)
    }
    const findings: CopyFinding[] = []
    for (const document of documents) {
      // One that comes again leaves the group it was in.
      touch((await store.find(document.id))?.group)
      findings.push(await finder.add(document))
    }
    const own: CopyRecord[] = []
    for (const { id } of findings) {
      const record = await store.find(id)
      if (record?.group) own.push(record)
      touch(record?.group)
    }
    return { ...(await describeAll(store, touched, own)), possible: listPossible(findings), identity: store.identity }
  })
}

async function describeAll(store: CopyStore, touched: ReadonlySet<number>, own: readonly CopyRecord[]) {
  const groups: (CopyGroup & { no: number })[] = []
  const gone: number[] = []
  for (const no of touched) {
    const first = await store.listGroup(no, FIRST_MEMBERS)
    const known = new Set(first.map((record) => record.no))
    const rest = own.filter((record) => record.group === no && !known.has(record.no))
    const members: Sketch[] = [...first, ...rest].map(({ record }) => decodeSketch(record))
    if (members.length < 2) gone.push(no)
    else groups.push({ no, ...describeGroup(members) })
  }
  return { groups, gone }
}

function listPossible(findings: readonly CopyFinding[]): GroupMember[] {
  return findings.flatMap(({ id, matches }) =>
    matches
      .filter(({ isJoined }) => !isJoined)
      .map(({ id: other, isOriginal, kind, ofOriginal, ofCopy, why }) => ({
        ...(isOriginal ? { id, of: other } : { id: other, of: id }),
        kind: kind satisfies CopyKind,
        certainty: 'possible' satisfies Certainty,
        ofOriginal,
        ofCopy,
        why,
      })),
  )
}
