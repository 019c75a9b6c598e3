// In: what a person wrote behind `outlet:`. Out: the ids of the outlets they may mean.

import type { Outlet } from '../../domain/outlet.ts'

/** By id, domain, or a part of a name in any script, letter case and accents aside. */
export function findOutletsNamed(outlets: readonly Outlet[], name: string): string[] {
  const wanted = fold(name)
  if (wanted === '') return []
  const found = outlets
    .filter(
      ({ id, name: own, nameAsPrinted, domains }) =>
        id === name ||
        domains.includes(name.toLowerCase()) ||
        [own, nameAsPrinted ?? ''].some((one) => fold(one).includes(wanted)),
    )
    .map(({ id }) => id)
  return [...new Set(found)]
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-–’'ʿʾ]+/g, '')
}
