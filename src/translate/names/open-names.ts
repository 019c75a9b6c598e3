// In: the languages of a translation, and the authorities of the desk. Out: what comparing its names needs, made ready once.

import type { AuthorityId, AuthorityKind } from '../../domain/authority.ts'
import type { Db } from '../../store/db.ts'
import { listAllNames } from '../../store/authorities.ts'
import { openGlossary, type Glossary } from '../glossary/apply-glossary.ts'
import { primaryOf, type GlossaryTerm } from '../glossary/glossary-term.ts'
import type { NameTools } from './compare-names.ts'

type AuthorityName = { readonly id: AuthorityId; readonly kind: AuthorityKind; readonly name: string }

export async function openNames(db: Db, from: string, to: string): Promise<NameTools> {
  return { authorities: openAuthorities(await listAllNames(db), from, to), pinyin: await openPinyin(from) }
}

/** For Chinese only, because its dictionary is loaded. */
export async function openPinyin(from: string | null): Promise<NameTools['pinyin']> {
  if (primaryOf(from ?? '') !== 'zh') return null
  const { looksPerson, looksPinyin, readPinyin } = await import('./pinyin-names.ts')
  return { read: readPinyin, looks: looksPinyin, looksPerson }
}

const LATIN = /^[\p{Script=Latin}\P{L}]+$/u

/** Names in the script of the original lead to those in Latin letters; in Latin letters only names of two words are certain. */
export function openAuthorities(names: readonly AuthorityName[], from: string, to: string): Glossary | null {
  const byId = new Map<AuthorityId, AuthorityName[]>()
  for (const name of names) byId.set(name.id, [...(byId.get(name.id) ?? []), name])
  const terms = [...byId].flatMap(([id, all]): GlossaryTerm[] => {
    const latin = all.filter(({ name }) => LATIN.test(name))
    const own = all.filter(({ name }) => !LATIN.test(name) || name.trim().includes(' '))
    if (latin.length === 0 || own.length === 0) return []
    const agreed = { status: 'agreed' as const }
    return [
      {
        key: id,
        kind: 'other',
        note: null,
        names: [
          ...own.map(({ name }) => ({ language: from, text: name, ...agreed })),
          ...latin.map(({ name }) => ({ language: to, text: name, ...agreed })),
        ],
      },
    ]
  })
  return terms.length === 0 ? null : openGlossary(terms, from, to)
}
