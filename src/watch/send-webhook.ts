// Tells another program what an alert found, signed as Standard Webhooks describes it: the receiver knows who speaks,
// that nothing was changed on the way, and by the id whether it has heard it before.
// It goes through the one door to the network: addresses that are not public are refused unless the configuration allows them.

import { createHmac, randomBytes } from 'node:crypto'
import type { Http } from '../lib/http.ts'
import type { SendResult } from './send-result.ts'

const PREFIX = 'whsec_'
const ANSWER_BYTES = 64 * 1024
const ANSWER_MS = 20_000

/** A secret to sign with: 32 bytes of chance. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`
}

/** `v1,` and the HMAC-SHA256 of `id.seconds.body`, in base64. */
export function signWebhook(secret: string, { id, at, body }: { id: string; at: number; body: string }): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key)
    .update(`${id}.${seconds(at)}.${body}`)
    .digest('base64')}`
}

const seconds = (at: number): string => String(Math.floor(at / 1000))

export type WebhookCall = {
  readonly url: string
  readonly id: string
  readonly at: number
  readonly body: string
  readonly secret: string
}

/** Any answer of 2xx is taken for «heard». Redirects are not followed: a message goes where it was meant to go. */
export async function sendWebhook(http: Pick<Http, 'fetch'>, call: WebhookCall): Promise<SendResult> {
  const { url, id, at, body, secret } = call
  const result = await http.fetch({
    url,
    method: 'POST',
    headers: [
      ['Content-Type', 'application/json'],
      ['webhook-id', id],
      ['webhook-timestamp', seconds(at)],
      ['webhook-signature', signWebhook(secret, { id, at, body })],
    ],
    body: new TextEncoder().encode(body),
    maxBytes: ANSWER_BYTES,
    totalTimeoutMs: ANSWER_MS,
  })
  if (result.kind === 'failed') return { kind: 'not-sent', reason: result.reason }
  if (result.status >= 200 && result.status < 300) return { kind: 'sent' }
  return { kind: 'not-sent', reason: `The receiver answered ${result.status}.` }
}
