// In: the names in a document. Out: the persons and organisations of its analysis, with what sort of actor each is.
// The sort is told by the words of the name; a name that tells none is an organisation.

import type { ArticlePrint } from '../../domain/article.ts'
import type { FoundName } from '../authorities/found-name.ts'
import { foldTitle } from './fold-title.ts'

export type Actor = { readonly name: string; readonly type: string; readonly aliases?: readonly string[] }

const sorts: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['pmc', /\b(?:wagner|africa corps|private military|private security)\b/iu],
  ['think-tank', /\b(?:institute|cent(?:er|re) for|foundation|think tank|SIPRI|observatory)\b/iu],
  ['party', /\bparty\b/iu],
  [
    'government',
    /\b(?:ministry|government|regime|parliament|assembly of|senate|congress|electoral|council of ministers|embassy|intelligence|GUR|secretariat|presidency|police)\b/iu,
  ],
  [
    'armed-group',
    /\b(?:front|movement|brigades?|militias?|islamic state|al[- ]qa[ei]da|AQIM|JNIM|IS|ISIS|ISIL|hamas|hezbollah|houthis?|taliban|al[- ]shabaab|boko haram|liberation|rebels?|separatists?|insurgents?|rapid support forces|azawad|jihad|jama.?at|group (?:of|for)|resistance)\b/iu,
  ],
  [
    'military',
    /\b(?:armed forces|army|navy|air force|military|special forces|troops|guards?|corps|marines|coast guard|command|defen[cs]e forces?)\b/iu,
  ],
  ['alliance', /\b(?:alliance|treaty|pact|NATO|CSTO|axis|coalition|shanghai cooperation)\b/iu],
  [
    'igo',
    /\b(?:united nations|UN|UNGA|general assembly|union|community of|organi[sz]ation of|forum|league|commission|court|ECOWAS|summit)\b/iu,
  ],
  ['company', /\b(?:company|corporation|corp|inc|ltd|bank|oil|petroleum|airlines?|motors?|industries)\b/iu],
]

/** In the order in which they are first named; outlets that are only cited are no actors. */
export function findActors(document: ArticlePrint, names: readonly FoundName[]): Actor[] {
  const outlets = new Set(document.sources.map(({ outlet }) => foldTitle(outlet ?? '')))
  return names
    .filter(
      ({ kind, name, mentions }) =>
        (kind === 'person' || kind === 'organisation') &&
        !outlets.has(foldTitle(name)) &&
        mentions.some(({ part }) => part === 'body' || part === 'summary'),
    )
    .map(({ kind, name, otherNames }) => {
      const aliases = otherNames.map((other) => other.name)
      return { name, type: sortOf(kind, name), ...(aliases.length === 0 ? {} : { aliases }) }
    })
}

function sortOf(kind: FoundName['kind'], name: string): string {
  const named = sorts.find(([, pattern]) => pattern.test(name))?.[0]
  // A group that sounds like a person's name (Boko Haram) is known by its words.
  if (kind === 'person') return named === 'armed-group' || named === 'pmc' ? named : 'person'
  return named ?? 'organisation'
}
