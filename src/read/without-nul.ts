// NUL is no letter: browsers drop it, and a database may refuse a text that holds one.

/** The text of a page without NUL characters. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

/** The source of a JSON text without escapes that stand for NUL. */
export function withoutNulEscapes(json: string): string {
  return json.includes('\\u0000') ? json.replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1') : json
}
