// In: bytes in EUC-KR as the web means it (windows-949). Out: text.
// Why our own: the decoder that comes with Node knows only the 2,350 syllables of KS X 1001 and turns the other 8,822
// into control characters. Those others stand in windows-949 in the order of Unicode, in the cells left free:
//
//   lead 81–A0: trail 41–5A, 61–7A, 81–FE      lead A1–C6: trail 41–5A, 61–7A, 81–A0

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3

let extension: ReadonlyMap<number, string> | null = null

/** Decodes EUC-KR with its extended syllables. Bytes that mean nothing become U+FFFD. */
export function decodeEucKr(bytes: Uint8Array): string {
  const decoder = new TextDecoder('euc-kr')
  const extended = (extension ??= listExtension())
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const syllable = extended.get(lead * 256 + (bytes[at + 1] ?? 0))
    if (syllable !== undefined) {
      text += decoder.decode(bytes.subarray(from, at)) + syllable
      from = at + 2
    }
    at++
  }
  return text + decoder.decode(bytes.subarray(from))
}

function listExtension(): Map<number, string> {
  const standard = listStandardSyllables()
  const cells = listFreeCells()
  // Two signs were added to windows-949 later.
  const syllables = new Map([
    [0xa2e6, '€'],
    [0xa2e7, '®'],
  ])
  for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code++) {
    const syllable = String.fromCharCode(code)
    const cell = standard.has(syllable) ? undefined : cells.next().value
    if (cell !== undefined) syllables.set(cell, syllable)
  }
  return syllables
}

/** Rows B0–C8 of KS X 1001 hold its syllables. */
function listStandardSyllables(): Set<string> {
  const cells: number[] = []
  for (let lead = 0xb0; lead <= 0xc8; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) cells.push(lead, trail)
  return new Set(new TextDecoder('euc-kr').decode(Uint8Array.from(cells)))
}

function* listFreeCells(): Generator<number, undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      const isFree = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81
      if (isFree) yield lead * 256 + trail
    }
  }
  return undefined
}
