import type { Span } from '../../domain/article.ts'
import type { Check, CheckContext } from './check.ts'
import { isUnwrapped, linesOf } from './parts/lines.ts'
import { pairMarks } from './parts/quote-marks.ts'

const onlyAddress = /^\s*(?:https?:\/\/|www\.)\S+\s*$/iu

/** A citation is one line; an address or a title on a line of its own is lost when lines are counted. */
export const citationSplit: Check = {
  id: 'citation-split',
  group: 'structure',
  severity: 'warning',
  looksAt: 'Citations in sources and notes',
  why: 'The citation is broken over several lines.',
  mend: 'Join it into one line.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024.\n\nhttps://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) => [...addressLines(context), ...openTitles(context)],
}

function addressLines({ text, document }: CheckContext): Span[] {
  const places = [
    ...document.sources.flatMap(({ citation }) => citation),
    ...document.notes.flatMap(({ paragraphs }) => paragraphs),
  ]
  return places
    .filter((place) => !isUnwrapped(text, place))
    .flatMap((place) => linesOf(text, place))
    .filter(({ start, end }) => onlyAddress.test(text.slice(start, end)))
}

/** A title whose mark opens on one line and closes on the next. */
function openTitles({ text, document }: CheckContext): Span[] {
  return document.sources.flatMap(({ citation }) =>
    citation.slice(0, -1).filter(({ start, end }) => {
      const line = text.slice(start, end)
      return (
        !onlyAddress.test(line) &&
        pairMarks(line).problems.some(({ kind, mark }) => kind === 'unclosed' && mark === '“')
      )
    }),
  )
}
