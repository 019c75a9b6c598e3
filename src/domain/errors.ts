// Every way Dragoman says no to a person. Codes are permanent: scripts rely on them.

/** A permanent name of a failure, with the HTTP status and the exit code that go with it. */
export const errorCodes = {
  'bad-usage': { status: 400, exit: 2 },
  'bad-config': { status: 500, exit: 3 },
  'bad-input': { status: 400, exit: 4 },
  'not-found': { status: 404, exit: 5 },
  conflict: { status: 409, exit: 6 },
  forbidden: { status: 403, exit: 7 },
  'home-in-use': { status: 503, exit: 8 },
  'home-too-new': { status: 500, exit: 9 },
  'home-broken': { status: 500, exit: 10 },
  'disk-full': { status: 507, exit: 11 },
  network: { status: 502, exit: 12 },
  'evidence-fails': { status: 500, exit: 13 },
  'partly-failed': { status: 500, exit: 14 },
  interrupted: { status: 503, exit: 130 },
  internal: { status: 500, exit: 1 },
} as const

export type ErrorCode = keyof typeof errorCodes

/**
 * A broken promise that a person must hear of.
 * `message` says what happened, why, and what to do next; `cause` is for the log alone.
 */
export class DeskError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'DeskError'
    this.code = code
  }
}
