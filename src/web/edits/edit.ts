// One change a person made, as it goes to the API and as it waits while the server is away.

/** `id` goes along as Idempotency-Key, so that an edit whose answer was lost is not made twice. */
export type Edit = {
  readonly id: string
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body: unknown
  /** What was done, in the interface's words, for the line that says that it still waits. */
  readonly words: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

/** An edit the server refused when it was sent late: told to the person, never dropped in silence. */
export type RefusedEdit = { readonly edit: Edit; readonly reason: string; readonly code: string }

const isText = (value: unknown): value is string => typeof value === 'string'

/** What storage held under a key; null when it is no edit. */
export function readEdit(kept: string | null): Edit | null {
  try {
    const edit = JSON.parse(kept ?? 'null') as Partial<Edit> | null
    const whole = edit && isText(edit.id) && isText(edit.method) && isText(edit.path) && isText(edit.words)
    return whole && edit.path.startsWith('/api/') ? (edit as Edit) : null
  } catch {
    return null
  }
}
