import type { Span } from '../../domain/article.ts'
import type { Check, CheckContext } from './check.ts'
import { linesOf } from './parts/lines.ts'

const label = /(?:Image|Source|Attribution|Summary|Notes|Sources)\s*:/gu

/** A label in the middle of a line belongs to another field, which is thereby lost. */
export const labelRunIn: Check = {
  id: 'label-run-in',
  group: 'structure',
  severity: 'error',
  looksAt: 'Labels in citations and in the image information',
  why: 'A field’s label stands inside another field.',
  mend: 'Begin a new line at the label, or take it out where it does not belong.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg Attribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => {
    const { text, document } = context
    const places: readonly Span[] = [
      ...document.sources.flatMap(({ citation }) => citation),
      ...(document.image?.lines ?? []),
    ]
    const lines = new Map(places.flatMap((place) => linesOf(text, place)).map((line) => [line.start, line]))
    return [...doubledLabels(context), ...inLines(text, [...lines.values()])]
  },
}

function inLines(text: string, lines: readonly Span[]): Span[] {
  return lines.flatMap((line) => {
    const printed = text.slice(line.start, line.end)
    return [...printed.matchAll(label)]
      .filter(({ index }) => printed.slice(0, index).trim() !== '')
      .map(({ index, 0: found }) => {
        const rest = /^\s*\S{1,40}/u.exec(printed.slice(index + found.length))?.[0] ?? ''
        return { start: line.start + index, end: line.start + index + found.length + rest.length }
      })
  })
}

/** "Attribution:" on two lines of one picture: one of them holds another field. */
function doubledLabels({ document }: CheckContext): Span[] {
  const seen = new Set<string>()
  return (document.image?.lines ?? []).filter(({ text }) => {
    const own = /^(Image|Source|Attribution)\s*:/u.exec(text)?.[1]
    if (own === undefined) return false
    const again = seen.has(own)
    seen.add(own)
    return again
  })
}
