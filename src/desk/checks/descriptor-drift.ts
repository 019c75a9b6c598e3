import type { Check, CheckContext, Place } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { citationsOf, outletKey } from './parts/outlet-groups.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { foldLetters } from './parts/words.ts'

const introduced =
  /\b(?:from|by|in)\s(?<words>(?:the\s|an?\s)?(?:[\p{L}’'-]+\s){0,8}?(?:outlet|website|site|daily|newspaper|agency|aggregator|channel|broadcaster|magazine|weekly|station|portal)\s)(?<name>\p{Lu}[\p{L}’'.-]*(?:\s(?:de\s|of\s|al-)?l?[’']?\p{Lu}[\p{L}’'.-]*){0,4})/gu

/** A descriptor is a judgement of the desk: two of them need a reason. */
export const descriptorDrift: Check = {
  id: 'descriptor-drift',
  group: 'descriptor',
  severity: 'warning',
  looksAt: 'Descriptors of one outlet, over all documents of the run',
  why: 'The outlet is characterised differently elsewhere.',
  mend: 'Settle on the wording of the register, or record why and when it changed.',
  example: {
    bad: {
      second: {
        citation:
          '“A bridge for the herds of Tarnau,” Lindholm Post (weekly of the liberal opposition), 9 May 2024. https://lindholm-post.example/2024/05/09/a-bridge-for-the-herds-of-tarnau/',
      },
    },
    good: { second: {} },
  },
  find: (context) => [...inCitations(context), ...inAnalysis(context)],
}

function inCitations(context: CheckContext): Place[] {
  return inSources(context, (source) => {
    const { outlet, descriptor } = source
    if (outlet === null || descriptor === null) return null
    const others = descriptorsOf(context, outlet).filter((other) => wording(other) !== wording(descriptor))
    return others[0] === undefined
      ? null
      : {
          at: placeOf(context, source, descriptor),
          why: `${outlet} is also called “${[...new Set(others)].slice(0, 3).join('”, “')}”.`,
        }
  })
}

/** In the text the words are freer: they are shown only for outlets whose descriptors drift anyway. */
function inAnalysis(context: CheckContext): Place[] {
  return findInProse(passagesIn(context, 'body', 'summary'), introduced, (match, { start }) => {
    const { words = '', name = '' } = match.groups ?? {}
    const cited = context.document.sources.find(
      ({ outlet }) => outlet !== null && outletKey(outlet) === outletKey(name),
    )
    if (!cited?.outlet || !cited.descriptor) return null
    const known = new Set(descriptorsOf(context, cited.outlet).map(wording))
    if (known.size < 2 || known.has(wording(words))) return null
    const from = start + match.index + match[0].indexOf(words)
    return { start: from, end: from + words.length + name.length, why: `Its citation says “${cited.descriptor}”.` }
  })
}

function descriptorsOf(context: CheckContext, outlet: string): string[] {
  return citationsOf(context, outlet).flatMap(({ source }) => source.descriptor ?? [])
}

const wording = (descriptor: string): string => foldLetters(descriptor.replace(/^(?:an?|the)\s/iu, ''))
