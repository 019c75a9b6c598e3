// In: witnesses. Out: the same with keys, words and addresses, in an order that depends on what they say alone.

import { canonicalAddress, slugOf } from './canonical-address.ts'
import { titleWords } from './fold-title.ts'
import { isOneWord } from './compare-titles.ts'
import type { Prepared } from './match-witnesses.ts'
import type { Witness } from './work.ts'

/** No title has more; what has is compared by these. */
const MOST_WORDS = 60

/** As many as came in, sorted by what they say. */
export function prepareWitnesses(witnesses: readonly Witness[]): Prepared[] {
  const containers = findContainers(witnesses)
  return witnesses
    .map((witness) => {
      const whole = titleWords(witness.title)
      const words = whole.slice(0, MOST_WORDS)
      const address = witness.url === null ? null : canonicalAddress(witness.url)
      return {
        witness,
        key: whole.join(' '),
        words,
        slug: witness.url === null ? [] : titleWords(slugOf(witness.url)).slice(0, MOST_WORDS),
        address: address !== null && containers.has(address) ? null : address,
      }
    })
    .map((prepared) => ({ prepared, sortKey: contentKey(prepared) }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))
    .map(({ prepared }) => prepared)
}

/** Everything that a witness says; its id comes last, and decides only between those that say the same. */
export function contentKey({ witness, key, address }: Prepared): string {
  const { kind, issue, published, where, authors, id } = witness
  return [key, kind, published, issue, authors.join(';'), address, where, id].join('\t')
}

/** Addresses under which quite different titles are cited: those of whole issues, which tell no piece from another. */
function findContainers(witnesses: readonly Witness[]): Set<string> {
  const titles = new Map<string, string[][]>()
  for (const { url, title } of witnesses) {
    const address = url === null ? null : canonicalAddress(url)
    if (address === null) continue
    const words = titleWords(title).slice(0, MOST_WORDS)
    const known = titles.get(address) ?? []
    if (known.length < 2 && !known.some((other) => hasCommonGround(words, other))) known.push(words)
    titles.set(address, known)
  }
  return new Set([...titles].filter(([, different]) => different.length > 1).map(([address]) => address))
}

const COMMON_SHARE = 0.4

function hasCommonGround(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((word) => other.some((candidate) => isOneWord(word, candidate))).length
  return common >= COMMON_SHARE * Math.min(one.length, other.length)
}
