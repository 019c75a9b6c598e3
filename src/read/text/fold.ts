// Texts folded for comparison: what remains is letters and digits, in lower case, with single spaces.

/** Folds a text so that quotation marks, spacing and case make no difference. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
