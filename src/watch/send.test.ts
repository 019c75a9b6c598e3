import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createHmac } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import { createHttp } from '../lib/http.ts'
import { composeMail, composeWebhook, type AlertMessage } from './compose-message.ts'
import { createMailer } from './send-mail.ts'
import { newWebhookSecret, sendWebhook } from './send-webhook.ts'

const NOW = Date.UTC(2026, 10, 21, 12)

function aMessage(title: string, name = 'Ports'): AlertMessage {
  const item = { id: 'i' as never, title, language: 'ar', outlet: 'Al-Manara', url: 'https://al-manara.example/1' }
  return {
    deliveryId: '018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4' as never,
    alertId: 'a' as never,
    search: { id: 's' as never, name, query: 'الميناء' },
    items: [{ ...item, translation: null, publishedAt: NOW, seenAt: NOW }],
    more: 2,
  }
}

/** A real mail server on loopback. `answer` refuses a recipient, or takes the mail. */
async function withMailServer(
  refuse: string | null,
  body: (server: { url: string; mails: string[] }) => Promise<void>,
): Promise<void> {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refuse === null ? null : Object.assign(new Error(refuse), { responseCode: 550 })),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')))
      stream.on('end', () => (mails.push(text), done()))
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  try {
    await body({ url: `smtp://127.0.0.1:${port}`, mails })
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

test('a message goes out as mail, and its id is that of the delivery', () =>
  withMailServer(null, async ({ url, mails }) => {
    const send = createMailer({ server: url, from: 'Desk <desk@press.example>' })
    const message = aMessage('افتتاح الميناء الجديد')
    assert.deepEqual(await send({ id: message.deliveryId, to: 'a@b.example', ...composeMail(message) }), {
      kind: 'sent',
    })
    assert.match(mails[0] ?? '', /^Message-ID: <018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4@press\.example>/im)
    assert.match(mails[0] ?? '', /^Subject: Ports: 3 new pages/m)
  }))

test('a translated title stands over its original, with what it is and whose', () => {
  const message = aMessage('افتتاح الميناء')
  const translation = {
    language: 'en',
    title: 'The port\nopens',
    titleState: 'machine',
    titleBy: 'deepl 2',
    lead: null,
    leadState: 'none',
  } as const
  const [item] = message.items
  assert.ok(item)
  const { text } = composeMail({ ...message, items: [{ ...item, translation }] })
  const [, , first, second] = text.split('\n')
  assert.deepEqual(
    [first, second],
    ['\u2068The port opens\u2069 [en, machine, not reviewed, \u2068deepl 2\u2069]', '  \u2068افتتاح الميناء\u2069'],
  )
})

test('a title or a name of a search can write no header and no line of its own', () =>
  withMailServer(null, async ({ url, mails }) => {
    const send = createMailer({ server: url, from: 'desk@press.example' })
    const evil = 'x\r\nBcc: all@press.example\r\n\r\nspoofed\u202E'
    const mail = composeMail(aMessage(evil, evil))
    assert.equal((await send({ id: 'x', to: 'a@b.example', ...mail })).kind, 'sent')
    const [head = ''] = (mails[0] ?? '').split('\r\n\r\n')
    assert.doesNotMatch(head, /^Bcc:/im)
    assert.doesNotMatch(mail.text, /^Bcc|^spoofed|\u202E/m)
  }))

test('why a mail server refuses is told in its own words, and one that is away without a trace of the password', async () => {
  await withMailServer('No such mailbox', async ({ url }) => {
    const send = createMailer({ server: url, from: 'desk@press.example' })
    const result = await send({ id: 'x', to: 'a@b.example', subject: 's', text: 't' })
    assert.match(result.kind === 'not-sent' ? result.reason : '', /No such mailbox/)
  })
  const away = createMailer({ server: 'smtp://desk:hunter2@127.0.0.1:1', from: 'desk@press.example' })
  const result = await away({ id: 'x', to: 'a@b.example', subject: 's', text: 't' })
  assert.equal(result.kind, 'not-sent')
  assert.doesNotMatch(JSON.stringify(result), /hunter2/)
})

async function withReceiver(
  status: number,
  body: (port: number, calls: { headers: Record<string, unknown>; body: string }[]) => Promise<void>,
): Promise<void> {
  const calls: { headers: Record<string, unknown>; body: string }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString('utf8')))
    request.on('end', () => {
      calls.push({ headers: request.headers, body: text })
      response.writeHead(status, { location: 'https://elsewhere.example/' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  try {
    await body((server.address() as AddressInfo).port, calls)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

function anHttp(port?: number) {
  const allow = port === undefined ? [] : [{ host: 'hooks.press.example', address: '127.0.0.1', port }]
  const limits = { maxBytes: 1000, connectTimeoutMs: 2000, totalTimeoutMs: 5000, idleTimeoutMs: 2000 }
  return createHttp({ userAgent: 'test', allow, now: () => NOW, ...limits })
}

test('a receiver can tell by the signature that the desk speaks, and that nothing was changed', () =>
  withReceiver(204, async (port, calls) => {
    const http = anHttp(port)
    const secret = newWebhookSecret()
    const body = composeWebhook(aMessage('افتتاح'))
    const call = { url: 'http://hooks.press.example/', id: 'd1', at: NOW, body, secret }
    assert.deepEqual(await sendWebhook(http, call), { kind: 'sent' })
    http.close()
    const [heard] = calls
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signed = `d1.${NOW / 1000}.${heard?.body}`
    const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
    assert.equal(heard?.headers['webhook-signature'], expected)
    assert.equal(heard.body, body)
  }))

test('a webhook to a private address is refused, and one that redirects or fails has not been heard', async () => {
  const http = anHttp()
  for (const url of [
    'http://127.0.0.1:9999/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://0x7f000001/',
  ]) {
    const result = await sendWebhook(http, { url, id: 'd', at: NOW, body: '{}', secret: 'whsec_' })
    assert.equal(result.kind, 'not-sent', url)
  }
  http.close()
  for (const status of [302, 410, 500])
    await withReceiver(status, async (port) => {
      const allowed = anHttp(port)
      const call = { url: 'http://hooks.press.example/', id: 'd', at: NOW, body: '{}', secret: 'whsec_' }
      assert.equal((await sendWebhook(allowed, call)).kind, 'not-sent')
      allowed.close()
    })
})
