// What stands between the desk and its PostgreSQL, in words. The connection string is a secret: only its host is named.

import { DeskError } from '../domain/errors.ts'

/** SQLSTATE classes and codes that a person mends in the settings: login, no such database, no permission. */
const SETTINGS = /^(28|3D|42501)/
/** Codes of the operating system and of a server that starts, stops or is full. */
const AWAY = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|ENOENT|EPIPE|EACCES|57P0|53300|08)/

/** Words for a connection that failed; what else the database said passes unchanged. */
export function databaseError(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof DeskError) return error
  const code = 'code' in error ? String(error.code) : ''
  if (SETTINGS.test(code)) {
    return new DeskError(
      'bad-config',
      `PostgreSQL at ${hostOfDatabase(url)} does not let us in: wrong name or password, no such database, or no permission to make tables (${code}). Check DRAGOMAN_POSTGRES.`,
      { cause: error },
    )
  }
  if (AWAY.test(code) || (code === '' && /connect|timeout|SSL|password/i.test(error.message))) {
    return new DeskError(
      'network',
      `PostgreSQL at ${hostOfDatabase(url)} does not answer as it should (${code || 'no connection'}). Check that it runs and that DRAGOMAN_POSTGRES names it; without DRAGOMAN_POSTGRES the records are one SQLite file.`,
      { cause: error },
    )
  }
  return error
}

function hostOfDatabase(url: string): string {
  return (URL.canParse(url) && new URL(url).host) || 'the place in DRAGOMAN_POSTGRES'
}
