import { editDistance } from '../../lib/edit-distance.ts'
import type { Check, CheckContext, Place } from './check.ts'
import { citedIndex, titleKey } from './parts/cross-references.ts'
import { countryNamed } from './parts/places-of-the-world.ts'

const spacedDash = /^[\p{L}’' ]{2,40}?(?:-\s|\s-\s?|\s–\s)(?=\p{L})\p{L}+/u

/** Titles are what references are resolved by. */
export const indexTitleTypo: Check = {
  id: 'index-title-typo',
  group: 'names',
  severity: 'information',
  looksAt: 'Titles in the rows of an index, against each other and against references',
  why: 'The title has a slip, or is written unlike the others.',
  mend: 'Correct the title, or keep it and note the title as published.',
  example: {
    bad: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 FERRIES Carry More Sheep Than Men (Jane Roe)\n2023-05-01 Ferries Learn to Wait for the Tide (John Doe)\n2023-04-01 Ferries: Lindholm Buys Two (Jane Roe)\n',
    },
    good: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Ferries Carry More Sheep Than Men (Jane Roe)\n2023-05-01 Ferries Learn to Wait for the Tide (John Doe)\n2023-04-01 Ferries: Lindholm Buys Two (Jane Roe)\n',
    },
  },
  find: (context) => {
    const words = new Set(context.document.entries.flatMap(({ title }) => title.match(/[\p{L}]+/gu) ?? []))
    const subject = subjectOf(context)
    return context.document.entries.flatMap((row): Place[] => {
      const index = context.text.slice(row.start, row.end).indexOf(row.title)
      if (index < 0) return []
      const at = (from: number, length: number) => ({
        start: row.start + index + from,
        end: row.start + index + from + length,
      })
      const shout = [...row.title.matchAll(/\b\p{Lu}{4,}\b/gu)].find(([word]) =>
        words.has(word.charAt(0) + word.slice(1).toLowerCase()),
      )
      if (shout) return [{ ...at(0, row.title.length), why: `“${shout[0]}” is in capitals.` }]
      const dash = spacedDash.exec(row.title)?.[0] ?? tightDash(row.title, subject)
      if (dash !== null) return [{ ...at(0, dash.length), why: 'A dash stands where other titles have a colon.' }]
      const other = nearTitle(context, row.title)
      return other === null ? [] : [{ ...at(0, row.title.length), why: `A reference calls it “${other}”.` }]
    })
  },
}

/** "Subject-Doing something": a compound of two names ("Iran-Pakistan") is none. */
function tightDash(title: string, subject: string): string | null {
  const next = new RegExp(`^${subject}-(\\p{Lu}[\\p{L}’']+)\\s`, 'u').exec(title)?.[1]
  return subject === '' || next === undefined || countryNamed(next) !== undefined ? null : `${subject}-${next}`
}

/** What the index is about: the word that most of its titles begin with. */
function subjectOf({ document }: CheckContext): string {
  const firsts = Map.groupBy(document.entries, ({ title }) => /^\p{L}+/u.exec(title)?.[0] ?? '')
  return [...firsts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? ''
}

function nearTitle({ all }: CheckContext, title: string): string | null {
  const near = citedIndex(all).likest(title)
  const key = titleKey(title)
  if (near === null || titleKey(near.title) === key) return null
  return near.likeness >= 0.8 || editDistance(titleKey(near.title), key, 3) <= 3 ? near.title : null
}
