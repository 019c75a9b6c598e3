// The whole way of an alert: a page comes in, a saved search meets it, a receiver is told, signed. The desk is killed on
// the way, and the pages are read anew; each page is told once.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { newId } from '../domain/id.ts'
import { addPage } from '../collect/add-page.ts'
import { addAlert, addSearch } from '../store/saved-searches.ts'
import { now, openRecords } from '../tools.ts'
import { newWebhookSecret, signWebhook } from '../watch/send-webhook.ts'
import { askRecords } from './ask-records.ts'
import { dragoman, startDragoman } from './run-dragoman.ts'
import { article, send, serveHosts } from './serve-hosts.ts'

type Call = { readonly id: string; readonly at: number; readonly signature: string; readonly body: string }

async function serveReceiver(t: { after: (work: () => void) => void }) {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name])
      const at = Number(header('webhook-timestamp')) * 1000
      calls.push({ id: header('webhook-id'), at, signature: header('webhook-signature'), body })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { calls, port: (server.address() as AddressInfo).port }
}

test('a page that comes in is told once, signed, though the desk is killed and everything is read anew', async (t) => {
  const pages = [1, 2, 3].map((no) => [`/${no}`, send(article(`Harbour ${no}`, `Quay number ${no} is open.`))] as const)
  const other = ['/other', send(article('Weather', 'It rains on the hills.'))] as const
  const press = await serveHosts(t, { 'press.test': Object.fromEntries([...pages, other]) })
  const receiver = await serveReceiver(t)
  const home = await mkdtemp(join(tmpdir(), 'dragoman-alerts-'))
  t.after(() => rm(home, { recursive: true, force: true }))
  const allow = [...press.allow, { host: 'hooks.test', address: '127.0.0.1', port: receiver.port }]
  const settings = {
    DRAGOMAN_HOME: home,
    DRAGOMAN_PORT: '0',
    DRAGOMAN_PACE_SECONDS: '0',
    DRAGOMAN_ALLOW_HOSTS: JSON.stringify(allow),
  }
  const secret = newWebhookSecret()
  const records = await openRecords(readConfig(settings))
  const searchId = newId<'search'>(now())
  const since = now()
  const search = { id: searchId, name: 'Harbours', query: 'quay', order: 'newest', version: 1 } as const
  await addSearch(records.db, { ...search, createdAt: since, changedAt: since })
  const channel = { kind: 'webhook', url: 'http://hooks.test/' } as const
  const alert = { id: newId<'alert'>(since), searchId, channel, digest: { kind: 'at-once' }, state: 'on' } as const
  await addAlert(records.db, { ...alert, version: 1, since }, secret)
  for (const [path] of [...pages, other])
    await addPage({ ...records, now, allowHosts: allow }, { url: `http://press.test${path}`, outletId: null })
  await records.close()

  const first = startDragoman(settings, ['start'])
  await first.says(/open at/)
  first.child.kill('SIGKILL')
  await first.ended
  const second = startDragoman(settings, ['start'])
  await second.says(/open at/)
  for (let waited = 0; receiver.calls.length === 0 && waited < 300; waited++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  second.child.kill('SIGTERM')
  await second.ended
  assert.equal((await dragoman(settings, 'rebuild')).code, 0)
  const third = startDragoman(settings, ['start'])
  await third.says(/open at/)
  await new Promise((resolve) => setTimeout(resolve, 500))
  third.child.kill('SIGTERM')
  await third.ended

  const told = receiver.calls.flatMap(({ body }) => (JSON.parse(body) as { items: { url: string }[] }).items)
  assert.deepEqual(
    told.map(({ url }) => url).toSorted(),
    pages.map(([path]) => `http://press.test${path}`),
  )
  for (const { id, at, signature, body } of receiver.calls)
    assert.equal(signature, signWebhook(secret, { id, at, body }))
  assert.equal(askRecords(home, 'select count(*) as n from alert_hits')[0]?.['n'], 3)
})
