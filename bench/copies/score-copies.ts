// In: documents of which it is known who copied whom. Out: how many copies each finder finds, and how many it makes up.

import { LshIndex, Minhash } from 'minhash'
import { openMemoryCopies } from '../../src/store/copies/open-memory-copies.ts'
import { createCopyFinder } from '../../src/understand/copies/create-copy-finder.ts'
import { describeGroup } from '../../src/understand/copies/describe-group.ts'
import type { CopyDocument } from '../../src/understand/copies/document.ts'
import { decodeSketch } from '../../src/understand/copies/sketch-document.ts'

/** `of` is the copy's original; null = it is nobody's copy. `label` is what it is counted under. */
export type KnownDocument = {
  readonly document: CopyDocument
  readonly of: string | null
  readonly kinds: readonly string[]
  readonly label: string
}
export type Tally = { copies: number; found: number; rightOrigin: number; rightKind: number }
export type Score = {
  readonly byLabel: ReadonlyMap<string, Tally>
  /** Pairs of documents in one group: how many, and how many of them have nothing to do with each other. */
  readonly pairs: number
  readonly falsePairs: readonly (readonly [string, string])[]
  readonly msADocument: number
}

/** Ours, in the order given. */
export async function scoreOurs(known: readonly KnownDocument[]): Promise<Score> {
  const store = openMemoryCopies()
  const finder = createCopyFinder({ store })
  const started = performance.now()
  for (const { document } of known) await finder.add(document)
  const msADocument = (performance.now() - started) / known.length
  const groups: string[][] = []
  const said = new Map<string, { original: string; kind: string }>()
  for (const number of await store.listGroups(1_000_000)) {
    const members = (await store.listGroup(number, 10_000)).map(({ record }) => decodeSketch(record))
    const group = describeGroup(members)
    groups.push(members.map(({ id }) => id))
    for (const copy of group.copies) said.set(copy.id, { original: group.original, kind: copy.kind })
  }
  return { ...scoreGroups(known, groups, said), msADocument }
}

/** MinHash of 128 over three words in a row, in a locality-sensitive index: groups are what hangs together. */
export function scorePeer(known: readonly KnownDocument[], least: number): Score {
  const index = new LshIndex({ bandSize: 4 })
  const hashes = new Map<string, Minhash>()
  const groupOf = new Map<string, string[]>()
  const started = performance.now()
  for (const { document } of known) {
    const own = new Minhash({ numPerm: 128 })
    const words = document.text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + 3 <= words.length; at++) own.update(words.slice(at, at + 3).join(' '))
    hashes.set(document.id, own)
    index.insert(document.id, own)
    const group = [document.id]
    groupOf.set(document.id, group)
    for (const id of index.query(own)) {
      const other = hashes.get(id)
      if (id === document.id || !other || own.jaccard(other) < least) continue
      const theirs = groupOf.get(id) ?? []
      const mine = groupOf.get(document.id) ?? []
      if (theirs === mine) continue
      for (const member of mine) groupOf.set(member, theirs)
      theirs.push(...mine)
    }
  }
  const msADocument = (performance.now() - started) / known.length
  return {
    ...scoreGroups(
      known,
      [...new Set(groupOf.values())].filter(({ length }) => length > 1),
      new Map(),
    ),
    msADocument,
  }
}

function scoreGroups(
  known: readonly KnownDocument[],
  groups: readonly (readonly string[])[],
  said: ReadonlyMap<string, { original: string; kind: string }>,
): Omit<Score, 'msADocument'> {
  const parents = new Map(known.map(({ document, of }) => [document.id, of]))
  const rootOf = (id: string): string => {
    let root = id
    for (let step = 0; step < 10; step++) root = parents.get(root) ?? root
    return root
  }
  // Two versions by one house are one voice: joining them takes no corroboration away.
  const outlets = new Map(known.map(({ document }) => [document.id, document.outlet]))
  const houseOf = (id: string) => outlets.get(rootOf(id)) ?? id
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
  const byLabel = new Map<string, Tally>()
  for (const { document, of, kinds, label } of known) {
    if (of === null) continue
    const tally = byLabel.get(label) ?? { copies: 0, found: 0, rightOrigin: 0, rightKind: 0 }
    byLabel.set(label, tally)
    tally.copies++
    if (groupOf.get(document.id)?.includes(of)) tally.found++
    const verdict = said.get(document.id)
    if (verdict && verdict.original === rootOf(document.id)) tally.rightOrigin++
    if (verdict && kinds.includes(verdict.kind)) tally.rightKind++
  }
  const falsePairs: [string, string][] = []
  let pairs = 0
  for (const group of groups) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        pairs++
        if (rootOf(one) !== rootOf(other) && houseOf(one) !== houseOf(other)) falsePairs.push([one, other])
      }
    }
  }
  return { byLabel, pairs, falsePairs }
}
