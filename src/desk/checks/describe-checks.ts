// In: the table of checks. Out: the page of the docs that lists them, each with an example that a test runs.

import { checkGroups, type Check, type CheckGroup } from './check.ts'
import { describeSample } from './sample-parts.ts'

const groupTitles: Readonly<Record<CheckGroup, string>> = {
  citation: 'Citations',
  descriptor: 'Descriptors of outlets',
  structure: 'The structure of the page',
  remains: 'What was left behind',
  'run-in': 'Run-in text and punctuation',
  quotes: 'Quotation marks and brackets',
  fidelity: 'Fidelity of quotations',
  facts: 'Facts that contradict each other',
  names: 'Names, titles, slips of the pen',
  url: 'Addresses',
  crossref: 'References to earlier pieces',
  image: 'Pictures',
  repost: 'Reposts and commentary',
  notes: 'Notes',
  excerpt: 'Excerpts',
}

const opening = `# Checks

What \`dragoman check\` looks for. It points, and changes nothing: what is found stands beside the text, and a person decides.
An **error** should not be published, a **warning** needs a reason, an **information** is good to know.
Every example below is run by a test: the check finds the first text and is silent about the mended one.

This page is written by \`node scripts/write-checks-docs.mjs\` from the files in \`src/desk/checks\`.
`

/** The page, in Markdown. */
export function describeChecks(checks: readonly Check[]): string {
  const counts = checkGroups.map((group) => checks.filter((check) => check.group === group).length)
  const contents = checkGroups.map(
    (group, index) => `- [${groupTitles[group]}](#${anchor(groupTitles[group])}): ${counts[index]}`,
  )
  const parts = checkGroups.map((group) => {
    const own = checks.filter((check) => check.group === group)
    return `## ${groupTitles[group]}\n\n${own.map(describeCheck).join('\n\n')}`
  })
  return `${opening}\n${checks.length} checks:\n\n${contents.join('\n')}\n\n${parts.join('\n\n')}\n`
}

function describeCheck({ id, severity, looksAt, why, mend, example }: Check): string {
  const mended = describeSample(example.good)
  const after = mended === '' ? '' : `\n\nMended:\n\n${fence(mended)}`
  const text = describeSample(example.bad)
  const shown = text === '' ? 'The part is missing from the page.' : fence(text)
  return `### \`${id}\`\n\n**${severity}** · ${looksAt}. ${why}\n${mend}\n\n${shown}${after}`
}

const fence = (text: string): string => `\`\`\`text\n${text.trim().replaceAll('\u00a0', '⍽')}\n\`\`\``

const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z -]/g, '')
    .replaceAll(' ', '-')
