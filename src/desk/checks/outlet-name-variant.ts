import { editDistance } from '../../lib/edit-distance.ts'
import type { Check, CheckContext, Place } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { hostOf, isAggregator, isSocial } from './parts/hosts.ts'
import { citedByHost, outletKey } from './parts/outlet-groups.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { foldLetters } from './parts/words.ts'

const names = /(?:\p{Lu}[\p{L}’'-]+)(?:\s(?:de\s|of\s|al-|l[’'])?\p{Lu}[\p{L}’'-]+){1,3}/gu

/** One outlet, one name: the reader and the register should not have to guess. */
export const outletNameVariant: Check = {
  id: 'outlet-name-variant',
  group: 'citation',
  severity: 'warning',
  looksAt: 'Names of outlets, in citations and in the text',
  why: 'The same outlet goes by another name elsewhere.',
  mend: 'Use the name that the register has.',
  example: {
    bad: {
      excerpt:
        'The Lindholms Post publishes the council’s plan here. The new line will carry 400 passengers a day between the harbor and the islands. Tickets cost as much as on the first line.',
    },
    good: {},
  },
  find: (context) => [...nearMisses(context), ...otherNames(context), ...sameHost(context)],
}

/** A name in the text that is nearly, and not quite, an outlet cited in the same document. */
function nearMisses(context: CheckContext): Place[] {
  const cited = context.document.sources.flatMap(({ outlet }) =>
    outlet !== null && outlet.length >= 6 ? [outlet] : [],
  )
  if (cited.length === 0) return []
  return findInProse(
    passagesIn(context, 'body', 'summary', 'excerpt', 'note'),
    names,
    ({ index, 0: found }, { start, prose }) => {
      const place = index
      // "al-Mayadeen" begins before its capital.
      if (/[-’'\p{L}]$/u.test(prose.slice(0, place))) return null
      for (const tail of tailsOf(found)) {
        const name = foldLetters(tail)
        const near = cited.find((outlet) => isNear(name, foldLetters(outlet)))
        if (near === undefined) continue
        const offset = found.length - tail.length
        return { ...spanOf(start, found, offset, place), why: `Cited in this piece as “${near}”.` }
      }
      return null
    },
  )
}

function spanOf(start: number, found: string, offset: number, place: number): { start: number; end: number } {
  return { start: start + place + offset, end: start + place + found.length }
}

/** "The Lindholms Post" may also be "Lindholms Post". */
function tailsOf(name: string): string[] {
  const words = name.split(/\s/u)
  return words.slice(0, -1).map((_, index) => words.slice(index).join(' '))
}

function isNear(name: string, outlet: string): boolean {
  if (name.length < 8 || name === outlet) return false
  return editDistance(name, outlet, 2) <= 2 && name[0] === outlet[0]
}

/** The register knows the outlet by another name, and the text uses that one. */
function otherNames(context: CheckContext): Place[] {
  const prose = passagesIn(context, 'body', 'summary')
  return context.document.sources.flatMap(({ outlet }) => {
    const own = outletKey(outlet ?? '')
    const known = context.outlets.find(
      ({ name, otherNames: others }) => own !== '' && [name, ...others].some((one) => outletKey(one) === own),
    )
    const others = known === undefined ? [] : [known.name, ...known.otherNames].filter((one) => outletKey(one) !== own)
    return others.flatMap((other) =>
      prose.flatMap(({ start, prose: text }) => {
        const index = text.indexOf(other)
        return index < 0
          ? []
          : [{ start: start + index, end: start + index + other.length, why: `Cited in this piece as “${outlet}”.` }]
      }),
    )
  })
}

/** Two names over one host. */
function sameHost(context: CheckContext): Place[] {
  return inSources(context, (source) => {
    const host = hostOf(source.url)
    if (source.outlet === null || host === '' || isAggregator(host) || isSocial(host)) return null
    const own = outletKey(source.outlet)
    const other = citedByHost(context.all)
      .get(host)
      ?.find(({ outlet }) => !own.includes(outletKey(outlet)) && !outletKey(outlet).includes(own))
    if (other === undefined) return null
    return {
      at: placeOf(context, source, source.outlet),
      why: `The same host is cited elsewhere as “${other.outlet}”.`,
    }
  })
}
