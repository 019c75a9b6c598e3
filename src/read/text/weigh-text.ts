// In: a piece of text. Out: how much reading there is in it, whatever the script.

export type TextWeight = { weight: number; stops: number; commas: number }

// ASCII, Arabic, Devanagari, CJK, Ethiopic, Armenian, Khmer, Myanmar, Tibetan and full-width sentence ends.
const stopMarks = new Set<number>([...'.!?…。！？؟۔।॥։።፧។၊။།｡'].map((mark) => mark.charCodeAt(0)))
const commaMarks = new Set<number>([...',;:،؛、，；：፣፤'].map((mark) => mark.charCodeAt(0)))

/** Adds the weight of `text` to `sum`. */
export function addWeight(text: string, sum: TextWeight): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) sum.weight++
      else if (code === 46 || code === 33 || code === 63) sum.stops++
      else if (code === 44 || code === 59 || code === 58) sum.commas++
    } else if (code < 0x2000 || code >= 0x2e80) {
      if (stopMarks.has(code)) sum.stops++
      else if (commaMarks.has(code)) sum.commas++
      else sum.weight += lettersIn(code)
    } else if (code === 0x2026) sum.stops++
  }
}

/** How many letters of an alphabet a letter is worth: a Chinese character says as much as two or three. */
function lettersIn(code: number): number {
  if (code >= 0x3040 && code <= 0x9fff) return 2.5
  if (code >= 0xac00 && code <= 0xd7af) return 2
  if (code >= 0x0e00 && code <= 0x0eff) return 0.9
  if (code === 0xa0) return 0
  return 1
}
