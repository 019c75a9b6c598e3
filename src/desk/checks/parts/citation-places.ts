// Where in a citation something stands.

import type { ArticleSource, Printed, Span } from '../../../domain/article.ts'
import type { CheckDocument, Place } from '../check.ts'

/** The line of the citation that holds the outlet and the date; a citation may stand on several. */
export function mainLine(source: ArticleSource): Printed | undefined {
  const holds = (part: string | null) => source.citation.find(({ text }) => part !== null && text.includes(part))
  return holds(source.descriptor) ?? holds(source.outlet) ?? holds(source.dateAsPrinted) ?? source.citation.at(-1)
}

/** Where `part` of the citation is printed; its main line when that cannot be told. */
export function placeOf(context: CheckDocument, source: ArticleSource, part: string | null): Span | undefined {
  const line = mainLine(source)
  if (part !== null && part !== '') {
    for (const at of line === undefined ? source.citation : [line, ...source.citation]) {
      const index = context.text.slice(at.start, at.end).lastIndexOf(part)
      if (index >= 0) return { start: at.start + index, end: at.start + index + part.length }
    }
  }
  return line
}

/** A place in every source for which `say` returns one. */
export function inSources(
  context: CheckDocument,
  say: (source: ArticleSource) => (Partial<Place> & { readonly at?: Span | undefined }) | null,
): Place[] {
  return context.document.sources.flatMap((source) => {
    const said = say(source)
    const span = said?.at ?? mainLine(source)
    if (said === null || span === undefined) return []
    const { at: _, ...rest } = said
    return [{ start: span.start, end: span.end, ...rest }]
  })
}

/** The citation's own characters, its lines joined by a line feed. */
export function citationText(context: CheckDocument, source: ArticleSource): string {
  return source.citation.map(({ start, end }) => context.text.slice(start, end)).join('\n')
}
