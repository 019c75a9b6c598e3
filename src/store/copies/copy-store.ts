// The port behind which copies are remembered: documents under numbers, and keys under which they are found again.
// What a key or a record means is the business of the room that asks.

/** 1, 2, 3 … in the order of arrival. */
export type DocumentNumber = number

export type CopyRecord = {
  readonly no: DocumentNumber
  readonly id: string
  /** A number that the members of a group share; null = alone. */
  readonly group: DocumentNumber | null
  readonly record: Uint8Array
}

export type NewCopyRecord = {
  readonly id: string
  /** Unsigned 32-bit numbers; repeated ones count once. */
  readonly keys: readonly number[]
  readonly record: Uint8Array
}

/** Everything is rebuildable from the readings. One writer. */
export type CopyStore = {
  /** A name that no other store has: what was noted of this one holds for no other. */
  readonly identity: string
  /** For each key the documents filed under it, latest first, at most `atMost`: so a common key never costs more than that. */
  findHolders(keys: readonly number[], atMost: number): Promise<DocumentNumber[][]>
  find(id: string): Promise<CopyRecord | undefined>
  read(no: DocumentNumber): Promise<CopyRecord | undefined>
  add(document: NewCopyRecord): Promise<DocumentNumber>
  /** Puts both documents and all that are with them into one group; returns its number. */
  join(one: DocumentNumber, other: DocumentNumber): Promise<DocumentNumber>
  /** Members in the order of arrival, from `after` on. */
  listGroup(group: DocumentNumber, limit: number, after?: DocumentNumber): Promise<CopyRecord[]>
  /** Numbers of groups in order, from `after` on. */
  listGroups(limit: number, after?: DocumentNumber): Promise<DocumentNumber[]>
  /** Forgets a document; its keys lead nowhere from then on. */
  remove(id: string): Promise<void>
  size(): Promise<number>
  /** All that is written inside becomes lasting together, or not at all. */
  together<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
