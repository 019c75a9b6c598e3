import type { Check } from './check.ts'
import { linesOf } from './parts/lines.ts'

/** Donation appeals, menus and buttons are the site's, not the author's. */
export const boilerplate: Check = {
  id: 'boilerplate',
  group: 'remains',
  severity: 'information',
  looksAt: 'Lines around a text that was taken from a site',
  why: 'This line belongs to the site around the text.',
  mend: 'Keep it out of the text.',
  example: {
    bad: {
      text: 'Help us to stay free: support the Lindholm Portal with a small donation!\n\nWhy Harbor Towns Need Two Ferries\n\nOne ferry is none, as the islanders like to say when the weather turns and the mechanic is ill. A second line changes what a town can plan for, and it changes who moves there and who stays.\n\nThe council has understood this since last winter. It is a pity that it took so long, but the islands will be thankful for it.\n\nExit mobile version\n',
    },
    good: {},
  },
  find: ({ text, document }) =>
    document.blocks.filter(({ kind }) => kind === 'chrome').flatMap((block) => linesOf(text, block)),
}
