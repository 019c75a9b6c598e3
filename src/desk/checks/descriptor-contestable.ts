import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'

const ownClaim =
  /\b(?:(?:which|that)\s)?(?:commits?\s(?:itself\s)?to|committed to|claim(?:s|ing)?\sto|dedicated to|strives?|aims?\sto|prides?|known for its (?:objective|balanced)|self-(?:described|styled)|widely respected|trusted|unbiased|impartial|objective|balanced)\b/iu
const independent = /\bindependent\b/iu
/** Outlets whose independence is disputed in the public record: owned, funded or directed by a state. */
const disputed =
  /^(?:tass|ria|sputnik|rt|ruptly|redfish|strategic-culture|southfront|news-front|eadaily|regnum|rybar|xinhua|cgtn|globaltimes|chinadaily|irna|isna|farsnews|tasnim|presstv|mehrnews|almayadeen|alalam|telesur|sana|kcna|belta|anadolu|aa|trt|dailysabah|alarabiya|skynewsarabia)\./iu

/** What an outlet says of itself is not yet what it is. */
export const descriptorContestable: Check = {
  id: 'descriptor-contestable',
  group: 'descriptor',
  severity: 'warning',
  looksAt: 'Descriptors of outlets',
  why: 'An informed reader would ask what this characterisation rests on.',
  mend: 'Say who says so, or keep to owner, place and alignment, with the evidence in the register.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper committed to balanced reporting), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) =>
    inSources(context, (source) => {
      const { descriptor, url } = source
      if (descriptor === null) return null
      const claim = ownClaim.exec(descriptor)?.[0]
      const at = placeOf(context, source, descriptor)
      if (claim !== undefined) return { at, why: `“${claim}…” is the outlet’s own claim, printed as the desk’s.` }
      const host = /^https?:\/\/(?:www\.|[a-z]{2}\.)?([^/]+)/i.exec(url ?? '')?.[1] ?? ''
      if (independent.test(descriptor) && disputed.test(host))
        return { at, why: '“Independent” is disputed for this outlet: evidence is needed on file.' }
      return null
    }),
}
