// Small articles of our own, with which the checks are shown and tested: a sound one, and what an example changes in it.

/** What an example changes. A part left out is sound; an empty string leaves the part out of the page. */
export type SampleParts = {
  readonly title?: string
  readonly caption?: string
  readonly pullQuote?: string
  readonly summary?: string
  readonly body?: string
  readonly sourcesHeading?: string
  readonly citation?: string
  readonly excerpt?: string
  readonly notesHeading?: string
  readonly notes?: string
  readonly imageHeading?: string
  readonly image?: string
  /** The whole text, where the example is no article. */
  readonly text?: string
  /** A second article of the same run. */
  readonly second?: SampleParts
}

const sound: Required<Omit<SampleParts, 'text' | 'second'>> = {
  title: 'Harbor Town Opens Second Ferry Line to the Islands',
  caption: 'A ferry leaves the old harbor of Lindholm.',
  pullQuote: '“The new line will carry 400 passengers a day between the harbor and the islands.”',
  summary: '',
  body:
    'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[i] ' +
    'The town council expects the line to shorten the way to the hospital for people who live on the islands. ' +
    'The line could also change how the islands trade with the mainland, because farmers will no longer need to keep boats of their own.',
  sourcesHeading: 'Sources:',
  citation:
    '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
  excerpt:
    'The town council said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands. Tickets cost as much as on the first line.',
  notesHeading: 'Notes:',
  notes:
    '[i] For more on the ferries of the north, see: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
  imageHeading: 'Image Information:',
  image:
    'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
}

const another: SampleParts = {
  title: 'Mountain Valley Builds a Bridge for Its Herds',
  caption: 'Sheep wait at the ford of Tarnau.',
  pullQuote: '“The bridge will bear three hundred sheep at a time.”',
  body:
    'According to the excerpted article from the regional weekly Tarnau Herald, the valley of Tarnau builds a bridge for its herds.[i] ' +
    'Shepherds have asked for the bridge since the flood carried away the old one, and the district pays for half of it. ' +
    'Other valleys are watching how the shepherds share the rest of the cost among themselves.',
  citation:
    '“A bridge for the herds of Tarnau,” Tarnau Herald (regional weekly of the Tarnau valley), 9 May 2024. https://tarnau-herald.example/2024/05/09/a-bridge-for-the-herds-of-tarnau/',
  excerpt:
    'Work on the bridge begins in June. The bridge will bear three hundred sheep at a time. It is made of larch from the valley.',
  notes:
    '[i] For more on the flood, see: Mary Major, “Water in the Valley,” Northern Review, 3 February 2024. https://northern-review.example/water-in-the-valley/',
  image:
    'Image: Sheep wait at the ford of Tarnau.\nSource: Richard Miles, https://commons.wikimedia.org/wiki/File:Ford_of_Tarnau.jpg\nAttribution: CC BY 4.0',
}

/** The text of a page, as an import meets it. */
export function writeSample(parts: SampleParts): string {
  if (parts.text !== undefined) return parts.text
  const first = writeArticle({ ...sound, ...parts })
  return parts.second === undefined ? first : `${first}\n\n${writeArticle({ ...sound, ...another, ...parts.second })}`
}

function writeArticle(parts: typeof sound): string {
  const head = [parts.title, parts.caption].filter(Boolean).join('\n\n')
  const source = [parts.citation, parts.excerpt].filter(Boolean).join('\n\n')
  const summary = parts.summary === '' ? '' : `Summary: ${parts.summary}`
  const sources = [parts.sourcesHeading, source].filter(Boolean).join('\n\n')
  const notes = parts.notes === '' ? '' : [parts.notesHeading, parts.notes].filter(Boolean).join('\n\n')
  const image = parts.image === '' ? '' : [parts.imageHeading, parts.image].filter(Boolean).join('\n\n')
  const blocks = [head, parts.pullQuote, summary, parts.body, sources, notes, image].filter(Boolean)
  return `${blocks.join('\n\n\n')}\n`
}

/** What a person is shown of an example: the parts that it changes. */
export function describeSample(parts: SampleParts): string {
  if (parts.text !== undefined) return parts.text
  const { second, ...own } = parts
  const shown = Object.values(own).filter((part) => part !== '')
  return [...shown, ...(second === undefined ? [] : [describeSample(second)])].join('\n\n')
}
