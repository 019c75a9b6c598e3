// Control characters are no letters: browsers draw nothing for them, and a database or a terminal may take them for orders.

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g

/** The text of a page without NUL and the other controls of C0; tabs and ends of lines stay, feeds become spaces. */
export function withoutNul(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(controls, '').replace(/[\u000b\u000c]/g, ' ')
}

/**
 * Whether bytes in a charset that keeps ASCII may hold any of these. A search through the text would take as long as
 * parsing it; four bytes at a time are looked at closer only where one of them is below a space, or is DEL.
 */
export function mayHoldControls(bytes: Uint8Array): boolean {
  const start = (4 - (bytes.byteOffset & 3)) & 3
  const count = Math.max(0, (bytes.length - start) >> 2)
  if (hasControl(bytes, 0, Math.min(start, bytes.length))) return true
  const words = count > 0 ? new Int32Array(bytes.buffer, bytes.byteOffset + start, count) : []
  for (let at = 0; at < count; at++) {
    const word = words[at] ?? 0
    const ofDel = word ^ 0x7f7f7f7f
    const isLow = ((word - 0x20202020) & ~word & 0x80808080) !== 0
    if (
      (isLow || ((ofDel - 0x01010101) & ~ofDel & 0x80808080) !== 0) &&
      hasControl(bytes, start + 4 * at, start + 4 * at + 4)
    )
      return true
  }
  return hasControl(bytes, start + 4 * count, bytes.length)
}

function hasControl(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 32 ? byte !== 10 && byte !== 13 && byte !== 9 : byte === 127) return true
  }
  return false
}

/** The source of a JSON text without escapes that stand for controls. */
export function withoutNulEscapes(json: string): string {
  return /\\u00[017]|\\[bf]/i.test(json)
    ? json.replace(/(?<!\\)((?:\\\\)*)\\(?:u00(?:0[0-8bcef]|1[0-9a-f]|7f)|[bf])/gi, '$1')
    : json
}
