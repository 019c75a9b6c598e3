// In: bytes as they come. Out: the lines that each piece completes; the last line needs no line end.
// A longer line is cut, and the rest of it passed over: input without line ends must not fill the memory.

import { StringDecoder } from 'node:string_decoder'

/** UTF-16 units kept of a line: far more than a language shows in. */
export const LONGEST_LINE = 2 ** 16

/** @param source UTF-8; what is not becomes U+FFFD, and a byte order mark is no part of the first line */
export async function* splitLines(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let [open, isFirst] = ['', true]
  for await (const piece of source) {
    let text = typeof piece === 'string' ? piece : decoder.write(Buffer.from(piece))
    if (isFirst && text) {
      text = text.replace(/^\ufeff/, '')
      isFirst = false
    }
    const parts = text.split('\n')
    parts[0] = append(open, parts[0] ?? '')
    open = append('', parts.pop() ?? '')
    if (parts.length > 0) yield parts.map(tidy)
  }
  const last = append(open, decoder.end())
  if (last) yield [tidy(last)]
}

function append(open: string, more: string): string {
  return open.length >= LONGEST_LINE ? open : (open + more).slice(0, LONGEST_LINE)
}

function tidy(line: string): string {
  return line.slice(0, LONGEST_LINE).replace(/\r$/, '')
}
