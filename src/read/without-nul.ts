// Control characters are no letters: browsers draw nothing for them, and a database or a terminal may take them for orders.

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g

/** The text of a page without NUL and the other controls of C0; tabs and ends of lines stay, feeds become spaces. */
export function withoutNul(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(controls, '').replace(/[\u000b\u000c]/g, ' ')
}

/** The source of a JSON text without escapes that stand for controls. */
export function withoutNulEscapes(json: string): string {
  return /\\u00[017]|\\[bf]/i.test(json)
    ? json.replace(/(?<!\\)((?:\\\\)*)\\(?:u00(?:0[0-8bcef]|1[0-9a-f]|7f)|[bf])/gi, '$1')
    : json
}
