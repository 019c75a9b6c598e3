// Base32 of RFC 4648, in which WARC files traditionally write digests.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Upper case, padded with `=`. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS.charAt((held >> (bits - 5)) & 31)
  }
  if (bits > 0) text += LETTERS.charAt((held << (5 - bits)) & 31)
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=')
}

/** Either letter case, padded or not; null when it is not base32. */
export function decodeBase32(text: string): Uint8Array | null {
  const letters = text.toUpperCase().replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) bytes[at++] = (held >> (bits -= 8)) & 255
  }
  return bytes
}
