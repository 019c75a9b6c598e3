import type { Check } from './check.ts'
import { imagePlace } from './parts/image-line.ts'
import { readLicence } from './parts/licences.ts'

/** Recognised by a person, not by a program. */
export const licenceNonstandard: Check = {
  id: 'licence-nonstandard',
  group: 'image',
  severity: 'warning',
  looksAt: 'The attribution of the picture',
  why: 'The licence can be recognised, but is not written as it is called.',
  mend: 'Print the licence by its name.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CCA-SA 4.0 Intl.',
    },
    good: {},
  },
  find: (context) => {
    const licence = readLicence(context.document.image?.attribution ?? '')
    const line = imagePlace(context, /^\s*attribution/iu, null)
    const printed = line === undefined ? '' : context.text.slice(line.start, line.end).trim()
    if (licence.kind === 'exact' && line !== undefined && printed.endsWith(`${licence.printed}.`)) {
      const end = line.start + context.text.slice(line.start, line.end).lastIndexOf('.') + 1
      return [{ start: end - licence.printed.length - 1, end, why: 'A full stop ends the name.', fix: licence.printed }]
    }
    if (licence.kind !== 'nonstandard' && !(licence.kind === 'terms' && /licen[cs]e/iu.test(licence.printed))) return []
    const place = imagePlace(context, /^\s*attribution/iu, licence.printed)
    if (place === undefined) return []
    return [
      {
        start: place.start,
        end: place.end,
        ...(licence.kind === 'nonstandard' ? { why: `It is called ${licence.name}.`, fix: licence.name } : {}),
      },
    ]
  },
}
