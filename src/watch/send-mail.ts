// Sends mail through the server that the configuration names. The people at the desk choose whom to write to, never
// through which server: that is why this connection may go to a private address, and no other.

import { createTransport } from 'nodemailer'
import type { SendResult } from './send-result.ts'

export type Mail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type SendMail = (mail: Mail) => Promise<SendResult>

export type MailPlace = {
  /** `smtp://name:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly server: string
  readonly from: string
}

const WAIT_MS = 20_000

/** The message id is made of the delivery's: a server that gets a message twice can tell. */
export function createMailer({ server, from }: MailPlace): SendMail {
  const url = new URL(server)
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // What we send is text; nothing in it may make the mailer read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.replace(/^.*@|>.*$/g, '') || 'localhost'
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { kind: 'sent' }
    } catch (error) {
      return { kind: 'not-sent', reason: explain(error) }
    }
  }
}

/** The server's own words are worth more than ours, but only the first line of them, and never a password. */
function explain(error: unknown): string {
  const { code, response } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  if (typeof response === 'string' && response !== '')
    return `The mail server refused it: ${(response.split('\n')[0] ?? '').slice(0, 200)}`
  if (code === 'EAUTH') return 'The mail server does not accept the name and password of the configuration.'
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.'
  return 'The mail server could not be reached. Check “smtp” in the configuration.'
}
