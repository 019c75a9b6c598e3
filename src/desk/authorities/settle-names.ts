// In: candidates with what their places say. Out: names of one kind each, short forms and acronyms gathered under the long form.

import type { AuthorityKind, NameKind } from '../../domain/authority.ts'
import { organisationWords } from './cue-words.ts'
import type { FoundMention, FoundName, KnownKinds } from './find-names.ts'
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

export function settleNames(candidates: readonly Candidate[], known: KnownKinds): FoundName[] {
  const judged = candidates.flatMap((candidate) => {
    const kind = kindOf(candidate, known)
    return kind === null
      ? []
      : [{ candidate, kind, names: new Map<string, NameKind>(), mentions: [...candidate.mentions] }]
  })
  const kept = new Set(judged)
  const byLength = [...judged].sort((a, b) => b.candidate.key.length - a.candidate.key.length)
  for (const short of [...byLength].reverse()) {
    const long = byLength.find((one) => one !== short && kept.has(one) && isShortFor(short.candidate, one))
    if (!long) continue
    long.mentions.push(...short.mentions)
    const isAcronym = [...long.candidate.acronyms].some((acronym) => nameKey(acronym) === short.candidate.key)
    if (isAcronym) long.names.set(short.candidate.name, 'acronym')
    else if (long.kind !== 'person') long.names.set(short.candidate.name, 'variant')
    for (const [name, nameKind] of short.names) long.names.set(name, nameKind)
    kept.delete(short)
  }
  // A short form that nothing speaks for by itself may still be one of a name that is sure.
  for (const candidate of candidates) {
    if (judged.some((one) => one.candidate === candidate)) continue
    const long = byLength.find((one) => kept.has(one) && isShortFor(candidate, one))
    long?.mentions.push(...candidate.mentions)
  }
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

type Settled = { readonly candidate: Candidate; readonly kind: Kind }

/** A surname for the whole name, `Dockers` for `Dockers Union`, an acronym for what it was printed behind. */
function isShortFor(short: Candidate, { candidate: long, kind }: Settled): boolean {
  if ([...long.acronyms].some((acronym) => nameKey(acronym) === short.key)) return true
  const shortWords = short.key.split(' ')
  const longWords = long.key.split(' ')
  if (shortWords.length >= longWords.length) return false
  if (kind === 'person') return longWords.at(-1) === short.key || longWords.slice(1).join(' ') === short.key
  if (kind !== 'organisation') return false
  const rest = longWords.slice(shortWords.length)
  return (
    shortWords.every((word, at) => longWords[at] === word) && rest.length === 1 && organisationWords.has(rest[0] ?? '')
  )
}
