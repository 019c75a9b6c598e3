import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { countryNamed, countryOf } from './parts/places-of-the-world.ts'

const cityAndCountry =
  /(?<city>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}),\s(?<country>\p{Lu}[\p{L}’']+(?:\s\p{Lu}[\p{L}’']+){0,3})/u
/** What writes standards, laws or statistics is no outlet, whatever its parenthesis says. */
const noOutlet = /\b(?:standart|standard|stat|ministry|parliament|court|bank)$/iu

/** Facts that a list can decide: a city lies in one country. */
export const descriptorError: Check = {
  id: 'descriptor-error',
  group: 'descriptor',
  severity: 'error',
  looksAt: 'Descriptors of outlets',
  why: 'The descriptor is wrong as a matter of fact.',
  mend: 'Correct the descriptor, here and in the register.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (Lagos, Niger-based daily), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (Lagos, Nigeria-based daily), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
  },
  find: (context) =>
    inSources(context, (source) => {
      const { descriptor, outlet } = source
      if (descriptor === null) return null
      const at = placeOf(context, source, descriptor)
      const { city = '', country = '' } = cityAndCountry.exec(descriptor)?.groups ?? {}
      const [lies, said] = [countryOf(city), countryNamed(country)]
      if (lies !== undefined && said !== undefined && lies !== said) return { at, why: `${city} is not in ${country}.` }
      if (outlet !== null && noOutlet.test(outlet) && /\bmedia\b/iu.test(descriptor))
        return { at, why: `${outlet} is an authority, not a news outlet.` }
      return null
    }),
}
