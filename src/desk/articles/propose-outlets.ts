// In: outlets as articles print them, and the register. Out: one line an outlet: its names, where it belongs, how its
// descriptors drift, and which other line may be the same outlet. People decide.

import type { Outlet, OutletId } from '../../domain/outlet.ts'
import type { OutletPrint } from '../../store/article-outlets.ts'
import { isOneSlipApart } from '../references/compare-names.ts'
import { outletKey } from './outlet-key.ts'

export type CitedOutlet = {
  readonly key: string
  readonly names: readonly { readonly name: string; readonly count: number }[]
  /** More than one = the descriptor drifts. */
  readonly descriptors: readonly {
    readonly descriptor: string
    readonly count: number
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly hosts: readonly string[]
  readonly sources: number
  readonly outletId: OutletId | null
  /** `domain`: the register owns the host. `name`: only the name is the same, which a person must confirm. */
  readonly outletFrom: 'domain' | 'name' | null
  readonly maybeSame: readonly { readonly key: string; readonly why: string }[]
}

/** Pure. Most cited first. */
export function proposeOutlets(
  prints: readonly OutletPrint[],
  outlets: readonly Pick<Outlet, 'id' | 'name' | 'nameAsPrinted'>[],
): CitedOutlet[] {
  const named = new Map<string, OutletId>()
  for (const { id, name, nameAsPrinted } of outlets) {
    for (const one of [name, nameAsPrinted]) if (one !== null) named.set(outletKey(one), id)
  }
  const groups = [...Map.groupBy(prints, ({ key }) => key)]
  const byHost = groupHosts(prints)
  return groups
    .map(([key, group]) => describe(key, group, named))
    .map((outlet) => ({
      ...outlet,
      maybeSame: findSame(
        outlet,
        groups.map(([key]) => key),
        byHost,
      ),
    }))
    .sort((a, b) => b.sources - a.sources || (a.key < b.key ? -1 : 1))
}

function describe(
  key: string,
  group: readonly OutletPrint[],
  named: ReadonlyMap<string, OutletId>,
): Omit<CitedOutlet, 'maybeSame'> {
  const byDomain = group.find(({ outletId }) => outletId !== null)?.outletId ?? null
  const byName = named.get(key) ?? null
  return {
    key,
    names: tally(group, ({ name }) => name).map(([name, all]) => ({ name, count: sum(all) })),
    descriptors: tally(group, ({ descriptor }) => descriptor).map(([descriptor, all]) => ({
      descriptor,
      count: sum(all),
      from: all.flatMap(({ from }) => from ?? []).sort()[0] ?? null,
      to:
        all
          .flatMap(({ to }) => to ?? [])
          .sort()
          .at(-1) ?? null,
    })),
    hosts: tally(group, ({ host }) => host).map(([host]) => host),
    sources: sum(group),
    outletId: byDomain ?? byName,
    outletFrom: byDomain !== null ? 'domain' : byName !== null ? 'name' : null,
  }
}

function tally(group: readonly OutletPrint[], of: (print: OutletPrint) => string | null): [string, OutletPrint[]][] {
  const by = new Map<string, OutletPrint[]>()
  for (const print of group) {
    const value = of(print)
    if (value !== null) by.set(value, [...(by.get(value) ?? []), print])
  }
  return [...by].sort((a, b) => sum(b[1]) - sum(a[1]) || (a[0] < b[0] ? -1 : 1))
}

function sum(prints: readonly OutletPrint[]): number {
  return prints.reduce((all, { count }) => all + count, 0)
}

function groupHosts(prints: readonly OutletPrint[]): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>()
  for (const { host, key } of prints) if (host !== null) by.set(host, (by.get(host) ?? new Set()).add(key))
  return by
}

function findSame(
  { key, hosts }: Omit<CitedOutlet, 'maybeSame'>,
  keys: readonly string[],
  byHost: ReadonlyMap<string, Set<string>>,
): { key: string; why: string }[] {
  const found = new Map<string, string>()
  for (const host of hosts) {
    for (const other of byHost.get(host) ?? []) if (other !== key) found.set(other, `Both are cited from ${host}.`)
  }
  for (const other of keys) {
    if (other === key || found.has(other)) continue
    const squeezed = [key.replaceAll(' ', ''), other.replaceAll(' ', '')]
    if (squeezed[0] === squeezed[1]) found.set(other, 'The names differ by spaces and marks alone.')
    else if (isOneSlipApart(squeezed[0] ?? '', squeezed[1] ?? '')) found.set(other, 'The names are one letter apart.')
  }
  return [...found].map(([other, why]) => ({ key: other, why }))
}
