// In: documents, one after the other. Out: of each, whom it copies or is copied by, and the group they make.
// A new document costs the same at the millionth: it is compared with a few that share its rarest passages or facts.

import type { CopyRecord, CopyStore, DocumentNumber } from '../../store/copies/copy-store.ts'
import { decideJoins, type Neighbour } from './decide-joins.ts'
import type { CopyDocument, OriginReason } from './document.ts'
import type { Judgment } from './judge-copy.ts'
import { isOtherLanguage, relateDocuments, relateTranslations } from './relate-documents.ts'
import { weighCommonFacts } from './weigh-common-facts.ts'
import { decodeSketch, encodeSketch, sketchDocument, type Sketch, type SketchedDocument } from './sketch-document.ts'

export type CopyMatch = Judgment & {
  /** The other document. */
  readonly id: string
  /** Whether the other one is the likelier original, how much speaks for that (under 1: little), and what. */
  readonly isOriginal: boolean
  readonly lead: number
  readonly reasons: readonly OriginReason[]
  /** False for possible copies, and where a joint group would bring together what does not belong together. */
  readonly isJoined: boolean
}

export type CopyFinding = {
  readonly id: string
  /** null = stands alone. */
  readonly group: DocumentNumber | null
  readonly matches: readonly CopyMatch[]
}

export type CopyFinder = {
  /** Adding a document again replaces it. */
  add(document: CopyDocument): Promise<CopyFinding>
  /** The same for a sketch that was made elsewhere (`sketchDocument`). */
  addSketched(document: SketchedDocument): Promise<CopyFinding>
}

export type CopyFinderOptions = {
  readonly store: CopyStore
  /** How many documents are compared in full for one new one, in the same language and in others. */
  readonly compareSame?: number
  readonly compareOther?: number
}

const HOLDERS = 48
/** A key held by so many is looked at for being standing text. */
const COMMON = 8
const STANDING_GROUPS = 5
/** Documents looked up at most: some are gone by now, some are of the same language. */
const MOST_TRIED = 32
const FIRST_MEMBERS = 12
/** Less than one rare fact in common is not worth a comparison. */
const LEAST_WEIGHT = 0.6
/** Less than this in common leads to no translation. */
const LEAST_COMMON = 3

/** A finder over a store that holds what earlier ones added. One at a time: `add` must have ended before the next. */
export function createCopyFinder({ store, compareSame = 8, compareOther = 8 }: CopyFinderOptions): CopyFinder {
  async function findNeighbours({ sketch, prints, lookKeys }: SketchedDocument): Promise<Neighbour[]> {
    const known = new Map<DocumentNumber, CopyRecord>()
    const weighCommon = weighCommonFacts(sketch.sentences)
    const read = async (no: DocumentNumber) => {
      const record = known.get(no) ?? (await store.read(no))
      if (record) known.set(no, record)
      return record
    }
    const beginnings = new Map<DocumentNumber, Promise<number | null>>()
    const beginningOf = (group: DocumentNumber | null) => {
      const known = group === null ? Promise.resolve(null) : (beginnings.get(group) ?? findBeginning(store, group))
      if (group !== null) beginnings.set(group, known)
      return known
    }
    const byPassage = await store.findHolders(prints, HOLDERS)
    const standing = await findStanding(byPassage, read)
    const rankedPassages = rank(byPassage, (at) => (standing.has(at) ? 0.1 : 1))
    const byFact = rank(await store.findHolders(lookKeys, HOLDERS), (_, count) => 1 / Math.log2(2 + count))
    const neighbours: Neighbour[] = []
    let same = 0
    for (const [no] of rankedPassages.slice(0, MOST_TRIED)) {
      if (same >= compareSame) break
      if (await compare(no, false)) same++
    }
    let others = 0
    for (const [no, weight] of byFact.slice(0, MOST_TRIED)) {
      if (others >= compareOther || weight < LEAST_WEIGHT) break
      if (await compare(no, true)) others++
    }
    return neighbours

    async function compare(no: DocumentNumber, mustBeOther: boolean): Promise<boolean> {
      if (neighbours.some(({ record }) => record.no === no)) return false
      const record = await read(no)
      if (!record || record.id === sketch.id) return false
      const other = decodeSketch(record.record)
      if (mustBeOther && !isOtherLanguage(sketch, other)) return false
      if (mustBeOther && weighCommon(other.sentences) < LEAST_COMMON) return true
      // Found by facts alone they share no passage; those that do were compared before.
      const relation = mustBeOther ? relateTranslations(sketch, other) : relateDocuments(sketch, other)
      if (relation && !(relation.kind !== 'translation' && restsOnStanding(no, byPassage, standing, relation)))
        neighbours.push({ record, sketch: other, relation, groupBegins: await beginningOf(record.group) })
      return true
    }
  }

  async function addSketched(document: SketchedDocument): Promise<CopyFinding> {
    const neighbours = await findNeighbours(document)
    const { id } = document.sketch
    const no = await store.add({
      id,
      keys: [...document.prints, ...document.fileKeys],
      record: encodeSketch(document.sketch),
    })
    const joined = decideJoins(document.sketch, neighbours)
    let group: DocumentNumber | null = null
    for (const { record } of joined) group = await store.join(no, record.no)
    return { id, group, matches: neighbours.map((neighbour) => toMatch(neighbour, joined.includes(neighbour))) }
  }

  return { add: (document) => addSketched(sketchDocument(document)), addSketched }
}

/** When the first of a group was published, as far as its first members say; null where one of them does not. */
async function findBeginning(store: CopyStore, group: DocumentNumber): Promise<number | null> {
  const members = await store.listGroup(group, FIRST_MEMBERS)
  const times = members.map(({ record }) => decodeSketch(record).published?.at ?? NaN)
  const first = Math.min(...times)
  return Number.isNaN(first) ? null : first
}

/** Documents by how many of the keys they share, each key weighed; the most first, of equals the latest. */
function rank(
  holders: readonly (readonly DocumentNumber[])[],
  weigh: (at: number, count: number) => number,
): [DocumentNumber, number][] {
  const weights = new Map<DocumentNumber, number>()
  for (const [at, list] of holders.entries()) {
    const weight = weigh(at, list.length)
    for (const no of list) weights.set(no, (weights.get(no) ?? 0) + weight)
  }
  return [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0])
}

/** Keys of passages that stand in many documents that are no copies of each other: mastheads, notices, agency boilerplate. */
async function findStanding(
  holders: readonly (readonly DocumentNumber[])[],
  read: (no: DocumentNumber) => Promise<CopyRecord | undefined>,
): Promise<Set<number>> {
  const standing = new Set<number>()
  for (const [at, list] of holders.entries()) {
    if (list.length < COMMON) continue
    const groups = new Set<number>()
    for (const no of list.slice(0, COMMON * 2)) {
      const record = await read(no)
      if (record) groups.add(record.group ?? no)
    }
    if (groups.size >= STANDING_GROUPS) standing.add(at)
  }
  return standing
}

/** A part that is shared with everybody is shared with nobody; the whole of a text is another matter. */
function restsOnStanding(
  no: DocumentNumber,
  holders: readonly (readonly DocumentNumber[])[],
  standing: ReadonlySet<number>,
  { ofOriginal, ofCopy }: Judgment,
): boolean {
  if (Math.min(ofOriginal, ofCopy) >= 0.8) return false
  const shared = [...holders.entries()].filter(([, list]) => list.includes(no))
  return shared.length > 0 && shared.filter(([at]) => standing.has(at)).length * 2 > shared.length
}

function toMatch(
  { sketch, relation }: { sketch: Sketch; relation: Neighbour['relation'] },
  isJoined: boolean,
): CopyMatch {
  const { original, ...judgment } = relation
  return { id: sketch.id, ...judgment, isOriginal: original === 'second', isJoined }
}
