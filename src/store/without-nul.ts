// Records hold no NUL: PostgreSQL refuses a text with one, and both engines must keep the same.

/** The parameters of a query, every text among them without NUL characters. */
export function withoutNul(parameters: readonly unknown[]): readonly unknown[] {
  return parameters.some(holdsNul)
    ? parameters.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
    : parameters
}

function holdsNul(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0')
}
