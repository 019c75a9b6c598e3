// In: a text. Out: its words, spaces and signs, which put together again are the text.
// Scripts without spaces are cut by the platform's dictionary, since whole sentences would count as one word otherwise.

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const PIECES =
  /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:[.,'’:/-][\p{L}\p{M}\p{N}\u200c\u200d]+)*|\s+|[^\p{L}\p{M}\p{N}\s\u200c\u200d]/gu

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** A number with its separators is one word: that is what changes in an edited report. */
export function splitWords(text: string): string[] {
  const pieces = text.match(PIECES) ?? []
  return pieces.flatMap((piece) =>
    UNSPACED.test(piece) ? [...segmenter.segment(piece)].map(({ segment }) => segment) : [piece],
  )
}
