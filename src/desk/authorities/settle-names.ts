// In: candidates with what their places say. Out: names of one kind each, short forms and acronyms gathered under the long form.

import type { AuthorityKind, NameKind } from '../../domain/authority.ts'
import { organisationWords } from './cue-words.ts'
import type { FoundMention, FoundName, KnownKinds } from './found-name.ts'
import { nameKey } from './name-key.ts'
import type { Votes } from './read-run.ts'

export type Candidate = {
  readonly key: string
  /** As printed first. */
  readonly name: string
  readonly votes: Votes
  readonly acronyms: Set<string>
  readonly mentions: FoundMention[]
}

type Kind = Exclude<AuthorityKind, 'country'>

const ENOUGH = 1
/** One place says little about a kind; two that agree say enough. */
const KNOWN_WEIGHT = 2

/** Pure. Countries are settled elsewhere. What nothing speaks for is left out, or is the short form of a name that is sure. */
export function settleNames(candidates: readonly Candidate[], known: KnownKinds): FoundName[] {
  const judged = candidates.flatMap((candidate): Settled[] => {
    const kind = kindOf(candidate, known)
    return kind === null
      ? []
      : [{ candidate, kind, names: new Map<string, NameKind>(), mentions: [...candidate.mentions] }]
  })
  const kept = new Set(judged)
  const longFormsOf = indexLongForms(judged)
  const longFor = (short: Candidate): Settled | undefined =>
    longFormsOf.get(short.key)?.find((one) => one.candidate !== short && kept.has(one))
  for (const short of [...judged].sort((a, b) => a.candidate.key.length - b.candidate.key.length)) {
    const long = longFor(short.candidate)
    if (!long) continue
    long.mentions.push(...short.mentions)
    const isAcronym = [...long.candidate.acronyms].some((acronym) => nameKey(acronym) === short.candidate.key)
    if (isAcronym) long.names.set(short.candidate.name, 'acronym')
    else if (long.kind !== 'person') long.names.set(short.candidate.name, 'variant')
    for (const [name, nameKind] of short.names) long.names.set(name, nameKind)
    kept.delete(short)
  }
  // A short form that nothing speaks for by itself may still be one of a name that is sure.
  const sure = new Set(judged.map(({ candidate }) => candidate))
  for (const candidate of candidates) if (!sure.has(candidate)) longFor(candidate)?.mentions.push(...candidate.mentions)
  return [...kept].map(({ candidate, kind, names, mentions }) => {
    if (kind === 'organisation') for (const acronym of candidate.acronyms) names.set(acronym, 'acronym')
    return {
      kind,
      country: null,
      name: candidate.name,
      otherNames: [...names].map(([name, nameKind]) => ({ name, kind: nameKind })),
      mentions: mentions.sort((a, b) => a.start - b.start),
    }
  })
}

/** Null = nothing says what it is. */
function kindOf({ key, votes, acronyms }: Candidate, known: KnownKinds): Kind | null {
  const knownKind = known.get(key)
  const all = { ...votes }
  if (knownKind) all[knownKind] = (all[knownKind] ?? 0) + KNOWN_WEIGHT
  if (acronyms.size > 0) all.organisation = (all.organisation ?? 0) + 2
  const [best] = (Object.entries(all) as [Kind, number][]).sort((a, b) => b[1] - a[1])
  return best && best[1] >= ENOUGH ? best[0] : null
}

type Settled = {
  readonly candidate: Candidate
  readonly kind: Kind
  readonly names: Map<string, NameKind>
  readonly mentions: FoundMention[]
}

/** Key of a short form → the names that it may stand for, the longest first. */
function indexLongForms(judged: readonly Settled[]): Map<string, Settled[]> {
  const index = new Map<string, Settled[]>()
  for (const long of [...judged].sort((a, b) => b.candidate.key.length - a.candidate.key.length)) {
    for (const key of shortKeys(long)) {
      const known = index.get(key)
      if (known) known.push(long)
      else index.set(key, [long])
    }
  }
  return index
}

/** A surname for the whole name, `Dockers` for `Dockers Union`, an acronym for what it was printed behind. */
function shortKeys({ candidate: { key, acronyms }, kind }: Settled): Set<string> {
  const keys = new Set([...acronyms].map(nameKey))
  const words = key.split(' ')
  const last = words.at(-1) ?? ''
  if (words.length < 2) return keys
  if (kind === 'person') keys.add(last).add(words.slice(1).join(' '))
  if (kind === 'organisation' && organisationWords.has(last)) keys.add(words.slice(0, -1).join(' '))
  return keys
}
