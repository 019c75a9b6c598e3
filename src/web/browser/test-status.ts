// What the status page promises, and what happens when the server is not there.

import assert from 'node:assert/strict'
import { listFeeds, type Promises } from './test-desk.ts'

export const statusPromises: Promises = {
  'progress is live: what is done now stands first, its address apart from what came of it': async ({
    desk,
    page,
    open,
  }) => {
    const feeds = await listFeeds(desk)
    const feed = feeds.find(({ url }) => url.includes('al-manara.example'))
    assert.ok(feed)
    await open('/status')
    await page.locator('.deeds li').first().waitFor()
    await desk.ask(`/api/feeds/${feed.id}/polls`, 'POST')
    const line = page.locator('.deeds li').filter({ hasText: 'Ask a feed' }).first()
    await line.locator('.deed-address', { hasText: feed.url.replace('http://', '') }).waitFor()
    assert.doesNotMatch(await page.locator('.deeds').innerText(), /https?:/)
  },

  'what failed has its reason and is tried again when a person asks': async ({ page, open }) => {
    await open('/status')
    const dead = page.locator('.failure', { hasText: 'rss-old.xml' })
    await dead.getByText(/The server answered 500/).waitFor()
    await dead.getByRole('button', { name: 'Try now' }).click()
    await page
      .locator('.deed')
      .getByText(/to be polled now$/)
      .waitFor()
    const inward = page.locator('.failure', { hasText: '127.0.0.1:22' })
    await inward.getByText(/Port 22 is not one that web pages are served from/).waitFor()
    await inward.getByRole('button', { name: 'Try now' }).click()
    await page.locator('.deed').getByText('Trying again: A link that is none').waitFor()
  },

  'when the server goes away a line says so, and all goes on when it is back': async ({ desk, page, open, expect }) => {
    expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_NETWORK/)
    await open('/')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    const away = page.getByText('The server is away. What is on the screen stays; we keep knocking.')
    await desk.stop()
    await away.waitFor()
    assert.ok((await page.locator('.row[aria-rowindex]').count()) > 5, 'what is on the screen stays')
    await desk.start()
    await away.waitFor({ state: 'hidden' })
    await page.locator('.row[aria-rowindex]').nth(2).click()
    await page.locator('.article .text p').first().waitFor()
  },
}
