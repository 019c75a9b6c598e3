// In: an error of Node's network modules. Out: a failure with a permanent name and a sentence for a person.
// Why a table: exception texts change between versions and may carry what a server sent; people see our sentences.

import type { HttpFailure } from './http-message.ts'

/** The code of an error by which the vetted lookup says that a name leads where we do not go. */
export const REFUSED_ADDRESS = 'ERR_DRAGOMAN_REFUSED_ADDRESS'

const dnsCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL', 'EAI_NONAME', 'ENODATA', 'ESERVFAIL'])
const oversizeCodes = new Set(['HPE_HEADER_OVERFLOW', 'HPE_CHUNK_EXTENSIONS_OVERFLOW'])

const connectReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EADDRNOTAVAIL: 'cannot be reached from here',
  ECONNRESET: 'closed the connection without an answer',
  EPIPE: 'closed the connection without an answer',
  EPROXY: 'cannot be reached through the proxy',
}

const certificateReasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by itself, so nobody vouches for it',
  SELF_SIGNED_CERT_IN_CHAIN: 'comes from an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'comes from an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'comes from an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'is sent without the certificates that link it to a trusted authority',
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'has been revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'belongs to another name',
}

/** Names what went wrong before or while a response came. `answering`: its head had arrived. */
export function explainError(error: unknown, hostname: string, answering: boolean): HttpFailure {
  const code = readCode(error)
  if (code === REFUSED_ADDRESS) return fail('refused-address', error instanceof Error ? error.message : '')
  if (dnsCodes.has(code)) return fail('dns', `No address was found for ${hostname}.`)
  if (oversizeCodes.has(code)) return fail('too-large', `${hostname} sent a larger header than we take.`)
  if (code.startsWith('HPE_')) return fail('unreadable', `${hostname} did not answer in readable HTTP.`)
  if (answering) return fail('truncated', `${hostname} broke the connection before the page was complete.`)
  const certificate = certificateReasons[code]
  if (certificate) return fail('tls', `The certificate of ${hostname} ${certificate}.`)
  if (code === 'ETIMEDOUT') return fail('timeout', `${hostname} did not answer in time.`)
  if (isTlsCode(code)) return fail('tls', `No secure connection to ${hostname} could be made (${code}).`)
  if (code === 'ERR_INVALID_CHAR') return fail('internal', 'A header line to be sent has characters that HTTP forbids.')
  return fail('connect', `${hostname} ${connectReasons[code] ?? 'could not be connected to'}.`)
}

export function fail(failure: HttpFailure['failure'], reason: string): HttpFailure {
  return { kind: 'failed', failure, reason }
}

export function readCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function isTlsCode(code: string): boolean {
  return /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|CRL_|UNABLE_TO|ERR_OSSL|INVALID_|PATH_LENGTH|HOSTNAME_MISMATCH)/.test(code)
}
