import type { Check } from './check.ts'
import { publishedTitles, referencesOf, titleKey, titleLikeness, titlePlace } from './parts/cross-references.ts'
import { onceForRun } from './parts/once-for-run.ts'

/** An index that lacks what others cite is not complete, and should not be read as if it were. */
export const indexGap: Check = {
  id: 'index-gap',
  group: 'names',
  severity: 'information',
  looksAt: 'References in notes, against the index of their subject',
  why: 'The piece is on the subject of an index of this run, and the index does not have it.',
  mend: 'Add the piece to the index.',
  example: {
    bad: {
      text: 'Legacy Articles On Lindholm\n\n2023-06-01 Lindholm Opens a School for Pilots (Jane Roe)\n2023-05-01 Lindholm Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n\nHarbor Town Opens Second Ferry Line to the Islands\n\nA ferry leaves the old harbor of Lindholm.\n\n\n“The new line will carry 400 passengers a day between the harbor and the islands.”\n\n\nAccording to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands.\n\n\nSources:\n\n“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/\n\nThe town council said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.\n\n\nNotes:\n\n[i] See: Jane Roe, “Lindholm Builds a Lighthouse of Glass,” OE Watch, 05-2023. https://fmso.example/2023/lindholm-builds-a-lighthouse-of-glass/\n',
    },
    good: {
      text: 'Legacy Articles On Lindholm\n\n2023-06-01 Lindholm Opens a School for Pilots (Jane Roe)\n2023-05-01 Lindholm Builds a Lighthouse of Glass (Jane Roe)\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n\nHarbor Town Opens Second Ferry Line to the Islands\n\nA ferry leaves the old harbor of Lindholm.\n\n\n“The new line will carry 400 passengers a day between the harbor and the islands.”\n\n\nAccording to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands.\n\n\nSources:\n\n“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/\n\nThe town council said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.\n\n\nNotes:\n\n[i] See: Jane Roe, “Lindholm Builds a Lighthouse of Glass,” OE Watch, 05-2023. https://fmso.example/2023/lindholm-builds-a-lighthouse-of-glass/\n',
    },
  },
  find: (context) => {
    const subjects = indexSubjects(context.all)
    return referencesOf(context).flatMap((reference) => {
      const subject = subjects.find(({ name }) => new RegExp(`\\b${name}`, 'u').test(reference.title))
      if (subject === undefined || publishedTitles(context.all).has(titleKey(reference.title))) return []
      const near = subject.titles.some((title) => titleLikeness(title, reference.title) >= 0.7)
      return near ? [] : [titlePlace(reference)]
    })
  },
}

type Subject = { readonly name: string; readonly titles: readonly string[] }

/** "Legacy Articles On X" is about X; so is what its titles begin with. */
const indexSubjects = onceForRun((all): readonly Subject[] =>
  all.flatMap(({ document }) => {
    const name = /\bon\s(\p{L}[\p{L} ]{2,30})$/iu.exec(document.title?.text ?? '')?.[1]
    return document.kind === 'index' && name !== undefined
      ? [{ name, titles: document.entries.map(({ title }) => title) }]
      : []
  }),
)
