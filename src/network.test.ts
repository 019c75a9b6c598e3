// The way out, on real sockets: whatever a host asks for, nobody waits for it with work in hand.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { send, serveHosts } from './end-to-end/serve-hosts.ts'
import { openNetwork } from './network.ts'
import { openTestDb } from './store/each-database.ts'

test('a host that wants an hour between two visits gets it, and its first page is not waited for that long', async (t) => {
  const { asked, allow } = await serveHosts(t, {
    'slow.test': { '/robots.txt': send('User-agent: *\nCrawl-delay: 3600'), '/': send('Welcome.') },
    'plain.test': { '/': send('Welcome.') },
  })
  const { db, folder, close } = await openTestDb()
  const network = openNetwork(readConfig({ DRAGOMAN_HOME: folder }, { paceSeconds: 0, allowHosts: [...allow] }), db)
  t.after(async () => {
    network.close()
    await close()
  })
  for (const host of ['slow.test', 'plain.test']) {
    const page = await network.fetchPage({ url: `http://${host}/` })
    assert.equal(page.kind === 'page' && page.text, 'Welcome.')
  }
  assert.deepEqual(asked, ['slow.test/robots.txt', 'slow.test/', 'plain.test/robots.txt', 'plain.test/'])
  assert.ok(network.nextTurn('slow.test') - Date.now() > 3_500_000)
  assert.ok(network.nextTurn('plain.test') <= Date.now())
})
