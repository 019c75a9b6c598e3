// In: text and a charset label of the Encoding Standard. Out: the bytes an outlet with an old system would send.
// Why: Node decodes these charsets but encodes only UTF-8; the decoder's own table, turned round, is the encoder.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function singleByteTable(charset: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(charset)
  const table = new Map<string, readonly number[]>()
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    const letter = decoder.decode(Uint8Array.of(byte))
    if (letter !== '\uFFFD' && !table.has(letter)) table.set(letter, [byte])
  }
  return table
}

function doubleByteTable(charset: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(charset)
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const letter = decoder.decode(Uint8Array.of(lead, trail))
      if ([...letter].length === 1 && letter !== '\uFFFD' && !table.has(letter)) table.set(letter, [lead, trail])
    }
  }
  return table
}

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset)
  if (known) return known
  const table = charset.startsWith('gb') ? doubleByteTable(charset) : singleByteTable(charset)
  tables.set(charset, table)
  return table
}

/**
 * Bytes of `text` in `charset` (a WHATWG label: `utf-8`, a single-byte one, or `gb18030`).
 * A letter the charset lacks becomes a numeric character reference, as browsers do in forms.
 */
export function encodeText(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  const table = tableOf(charset)
  const bytes: number[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else bytes.push(...(table.get(letter) ?? new TextEncoder().encode(`&#${point};`)))
  }
  return Uint8Array.from(bytes)
}
