// In: an authority with its names. Out: a term of the glossary, so that agreed names need no second typing.
// Only names whose language is known take part: a name in no language would be put into every translation.

import type { Authority, AuthorityKind, AuthorityName, NameKind } from '../../domain/authority.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import { findAuthorities, listAuthorities } from '../../store/authorities.ts'
import type { AuthorityId } from '../../domain/authority.ts'
import type { Db } from '../../store/db.ts'
import { listRootNames } from '../../store/root-names.ts'
import type { GlossaryProblem } from './glossary-csv.ts'
import type { GlossaryTerm, TermKind, TermName } from './glossary-term.ts'
import type { TermsToBring } from './bring-terms.ts'
import { makeTerm } from './make-term.ts'

const kinds: Readonly<Record<AuthorityKind, TermKind>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  country: 'place',
  'weapon-system': 'other',
}
/** Which name of a language is the one to write, the first one first. */
const ranks: Readonly<Record<NameKind, number>> = { established: 0, variant: 1, romanisation: 2, acronym: 3 }
/** The desk’s own digests, which authorities come from, are in English: what they print in Latin letters is that. */
const OWN_LANGUAGE = 'en'

/**
 * The term that an authority makes; or why it makes none, in a sentence.
 *
 * @param languages primary tags: names in others are left out (a country has one in every language); empty = all
 */
function termOfAuthority(
  { id, kind, name }: Pick<Authority, 'id' | 'kind' | 'name'>,
  names: readonly AuthorityName[],
  languages: ReadonlySet<string>,
): GlossaryTerm | string {
  const ranked = [{ name, language: null, script: '', kind: 'established', from: '' } as AuthorityName, ...names]
    .map((one) => ({ ...one, language: one.language ?? (isLatin(one.name) ? OWN_LANGUAGE : null) }))
    .toSorted((a, b) => ranks[a.kind] - ranks[b.kind])
  const seen = new Set<string>()
  const agreed = new Set<string>()
  const chosen = ranked.flatMap(({ name: text, language }): TermName[] => {
    if (language === null || (languages.size > 0 && !languages.has(primaryOf(language)))) return []
    const sign = `${primaryOf(language)} ${text}`
    if (seen.has(sign)) return []
    seen.add(sign)
    const status = agreed.has(primaryOf(language)) ? 'admitted' : 'agreed'
    agreed.add(primaryOf(language))
    return [{ language, text, status }]
  })
  return makeTerm({ key: `authority:${id}`, kind: kinds[kind], note: '', names: chosen })
}

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\P{L}]+$/u.test(name)

export type AuthoritiesWish = {
  /** Null = all of the kinds. */
  readonly ids: readonly AuthorityId[] | null
  readonly kinds: readonly AuthorityKind[]
  readonly languages: readonly string[]
}

const MOST = 10_000
const PAGE = 500

/** The terms of authorities, each with the names of all that were joined into it. */
export async function readAuthorityTerms(db: Db, wish: AuthoritiesWish): Promise<TermsToBring> {
  const authorities = wish.ids === null ? await listAll(db, wish.kinds) : [...(await findRoots(db, wish.ids)).values()]
  const languages = new Set(wish.languages.map(primaryOf))
  const terms: GlossaryTerm[] = []
  const lines: number[] = []
  const problems: GlossaryProblem[] = []
  const names = await listRootNames(
    db,
    authorities.map(({ id }) => id),
  )
  for (const [at, authority] of authorities.entries()) {
    const term = termOfAuthority(authority, names.get(authority.id) ?? [], languages)
    if (typeof term !== 'string') {
      terms.push(term)
      lines.push(at + 1)
    } else if (wish.ids !== null) problems.push({ line: at + 1, reason: `${authority.name}: ${term}` })
  }
  return { terms, lines, problems }
}

/** An authority that was joined into another stands for it. */
async function findRoots(db: Db, ids: readonly AuthorityId[]): Promise<Map<AuthorityId, Authority>> {
  const found = await findAuthorities(db, ids)
  return findAuthorities(
    db,
    [...found.values()].map(({ id, joinedInto }) => joinedInto ?? id),
  )
}

async function listAll(db: Db, wanted: readonly AuthorityKind[]): Promise<Authority[]> {
  const all: Authority[] = []
  for (const kind of wanted)
    for (let offset = 0; offset < MOST; offset += PAGE) {
      const { authorities } = await listAuthorities(db, { kind }, PAGE, offset)
      all.push(...authorities)
      if (authorities.length < PAGE) break
    }
  return all
}
