import type { Check } from './check.ts'

/** A text without author, day and address can be quoted by nobody. */
export const repostAuthorMissing: Check = {
  id: 'repost-author-missing',
  group: 'repost',
  severity: 'error',
  looksAt: 'Commentaries taken from other sites',
  why: 'The page prints neither author nor date nor the address of the original.',
  mend: 'Find the original by its title, and record author, day and address.',
  example: {
    bad: {
      text: 'Help us to stay free: support the Lindholm Portal with a small donation!\n\nWhy Harbor Towns Need Two Ferries\n\nOne ferry is none, as the islanders like to say when the weather turns and the mechanic is ill. A second line changes what a town can plan for, and it changes who moves there and who stays.\n\nThe council has understood this since last winter. It is a pity that it took so long, but the islands will be thankful for it.\n\nExit mobile version\n',
    },
    good: {},
  },
  find: ({ document }) => {
    const { title, repost } = document
    // A byline or a date would have been read as part of the head; what is left has none.
    return document.kind === 'commentary' && title !== null && (repost !== null || document.sources.length === 0)
      ? [title]
      : []
  },
}
