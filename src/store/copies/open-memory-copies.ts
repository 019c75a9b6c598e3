// The port of copies in memory, for one run. It holds the latest documents up to a limit and forgets the oldest.

import { randomUUID } from 'node:crypto'
import type { CopyRecord, CopyStore, DocumentNumber } from './copy-store.ts'

const HOLDERS_A_KEY = 64

/** @param most documents held; about 4 kB each */
export function openMemoryCopies(most = 100_000): CopyStore {
  const records = new Map<DocumentNumber, CopyRecord & { readonly keys: readonly number[] }>()
  const numbers = new Map<string, DocumentNumber>()
  const holders = new Map<number, DocumentNumber[]>()
  const groups = new Map<DocumentNumber, DocumentNumber[]>()
  let last = 0

  function forget(no: DocumentNumber): void {
    const record = records.get(no)
    if (!record) return
    records.delete(no)
    numbers.delete(record.id)
    for (const key of record.keys) {
      const left = (holders.get(key) ?? []).filter((holder) => holder !== no)
      if (left.length === 0) holders.delete(key)
      else holders.set(key, left)
    }
    leave(record)
  }

  function leave({ no, group }: CopyRecord): void {
    if (group === null) return
    const left = (groups.get(group) ?? []).filter((member) => member !== no)
    // One alone is no group.
    if (left.length < 2) {
      for (const member of left) setGroup(member, null)
      groups.delete(group)
    } else groups.set(group, left)
  }

  function setGroup(no: DocumentNumber, group: DocumentNumber | null): void {
    const record = records.get(no)
    if (record) records.set(no, { ...record, group })
  }

  return {
    identity: randomUUID(),
    findHolders: async (keys, atMost) => keys.map((key) => (holders.get(key) ?? []).slice(-atMost).reverse()),
    async find(id) {
      const no = numbers.get(id)
      return no === undefined ? undefined : records.get(no)
    },
    read: async (no) => records.get(no),
    async add({ id, keys, record }) {
      const known = numbers.get(id)
      if (known !== undefined) forget(known)
      const no = ++last
      const own = [...new Set(keys)]
      records.set(no, { no, id, group: null, record, keys: own })
      numbers.set(id, no)
      for (const key of own) {
        const list = holders.get(key) ?? []
        list.push(no)
        // A common key keeps its latest holders: the others would never be asked for.
        if (list.length > HOLDERS_A_KEY * 2) list.splice(0, HOLDERS_A_KEY)
        holders.set(key, list)
      }
      if (records.size > most) forget(records.keys().next().value ?? 0)
      return no
    },
    async join(one, other) {
      const [a, b] = [records.get(one)?.group ?? one, records.get(other)?.group ?? other]
      if (a === b) return a
      const [first, second] = [groups.get(a) ?? [one], groups.get(b) ?? [other]]
      // The smaller one moves, so that a thousand copies do not each move all that came before.
      const [group, stays, moves] = first.length >= second.length ? [a, first, second] : [b, second, first]
      for (const no of moves) setGroup(no, group)
      if (stays.length === 1) setGroup(stays[0] ?? group, group)
      groups.delete(a)
      groups.delete(b)
      stays.push(...moves)
      groups.set(group, stays)
      return group
    },
    async listGroup(group, limit, after = 0) {
      const members = (groups.get(group) ?? [])
        .filter((no) => no > after)
        .sort((a, b) => a - b)
        .slice(0, limit)
      return members.flatMap((no) => records.get(no) ?? [])
    },
    listGroups: async (limit, after = 0) =>
      [...groups.keys()]
        .filter((group) => group > after)
        .sort((a, b) => a - b)
        .slice(0, limit),
    async remove(id) {
      const no = numbers.get(id)
      if (no !== undefined) forget(no)
    },
    size: async () => records.size,
    together: (work) => work(),
    async close() {
      records.clear()
      holders.clear()
    },
  }
}
