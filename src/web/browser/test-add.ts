// What the four ways in promise.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { OutletList } from '../../server/shapes/outlet.ts'
import { hastyOutlets } from '../../end-to-end/open-press-home.ts'
import { promisedUrl } from '../../sample/sample-outlet.ts'
import type { ItemList } from '../../server/shapes/item.ts'
import { listFeeds, STRANGER, type Desk, type Promises } from './test-desk.ts'

const HOSTILE_PAGE = `<!doctype html><html lang="en"><head><title>A page \u202Edeweiver ton\u202C &lt;img src=x onerror=alert(1)&gt;</title>
<script>document.title = 'taken'; parent.document.title = 'taken'; document.body.textContent = 'taken'</script></head>
<body onload="parent.document.title = 'taken'"><article><h1>A page \u202Edeweiver ton\u202C &lt;img src=x onerror=alert(1)&gt;</h1>
<p>The quay was closed for a day while the crane was mended, the harbour office said on Monday.</p>
<p>Two ships waited outside. The office expects them to be unloaded by the evening of Tuesday.</p>
<p>The office also gave the tonnes that each quay has handled this summer, in thousands, month by month.</p>
<table><tr><th>Berth</th><th>May</th><th>June</th><th>July</th></tr><tr><td>North quay</td><td>11.5</td><td>12.1</td><td>9.8</td></tr>
<tr><td>South quay</td><td>7.2</td><td>7.9</td><td>8.4</td></tr></table>
<p>It said that the figures were taken from the books of the quays themselves and would be given every month.</p>
<img src="/nothing" onerror="parent.document.title = 'taken'"></article></body></html>`

const OPML = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Brought Along"><outline type="rss" text="Brought Along" xmlUrl="http://al-manara.example/other.xml" htmlUrl="http://al-manara.example/"/></outline>
<outline type="rss" text="Elsewhere" xmlUrl="http://elsewhere.example/feed.xml" htmlUrl="http://elsewhere.example/"/></body></opml>`

/** A page of the press, if possible one that no feed has promised. */
async function findPage(desk: Desk): Promise<string> {
  const { items } = await desk.ask<ItemList>('/api/items?limit=200')
  const known = new Set(items.map(({ url }) => url))
  const pages = hastyOutlets
    .filter(({ host }) => host !== STRANGER)
    .flatMap((outlet) =>
      outlet.items.filter((item) => !item.forbidden && !item.appearsLater).map((item) => promisedUrl(outlet, item)),
    )
  // Where feeds have promised them all, one is taken that is known: it is captured once more.
  const unknown = pages.find((url) => !known.has(url)) ?? pages[0]
  assert.ok(unknown, 'the press has no page')
  return unknown
}

export const addPromises: Promises = {
  'an outlet is looked at by its address before anything is subscribed to, and then it is': async ({
    desk,
    page,
    open,
  }) => {
    const before = await desk.ask<OutletList>('/api/outlets')
    await open('/add')
    await page.getByLabel('Address of the outlet').fill(STRANGER)
    await page.keyboard.press('Enter')
    await page.getByText(/feeds? found/).waitFor()
    assert.ok((await page.locator('.samples li').count()) > 0, 'it shows what the feeds hold')
    assert.equal((await desk.ask<OutletList>('/api/outlets')).total, before.total, 'nothing is subscribed to yet')
    await page.getByRole('button', { name: /^Add the outlet with \d+ feed/ }).click()
    await page.waitForURL(/\/outlets\//)
    await page.getByText(/^Added .+ with \d+ feed/).waitFor()
    await page.locator('.feed').first().waitFor()
    assert.equal((await desk.ask<OutletList>('/api/outlets')).total, before.total + 1)
  },

  'an address where nothing is says what went wrong': async ({ page, open, expect }) => {
    expect(/502|422|404|400/)
    await open('/add')
    await page.getByLabel('Address of the outlet').fill('nobody.invalid')
    await page.keyboard.press('Enter')
    await page.locator('[role=alert], .found-outlet .warn').first().waitFor()
  },

  'a single page arrives and is read': async ({ desk, page, open }) => {
    const address = await findPage(desk)
    await open('/add?way=page')
    await page.getByLabel('Address of the page').fill(address)
    await page.getByRole('button', { name: 'Preserve this page' }).click()
    await page.getByText(/^Taken. It is being preserved and read.|^This address was known/).waitFor()
    await page.getByRole('link', { name: 'Open it' }).click()
    await page.locator('.article .text p').first().waitFor()
  },

  'an address inside this machine is refused in words': async ({ page, open, expect }) => {
    expect(/400|403|422/)
    await open('/add?way=page')
    await page.getByLabel('Address of the page').fill('http://127.0.0.1:22/')
    await page.getByRole('button', { name: 'Preserve this page' }).click()
    await page.locator('[role=alert], .added').first().waitFor()
    const link = page.getByRole('link', { name: 'Open it' })
    if ((await link.count()) === 0) return
    await link.click()
    await page
      .getByText(/Port 22 is not one that web pages are served from/)
      .first()
      .waitFor()
  },

  'a file arrives; its title is shown and not obeyed, its page runs nothing': async ({ page, open }) => {
    await open('/add?way=file')
    const file = { name: 'brought.html', mimeType: 'text/html', buffer: Buffer.from(HOSTILE_PAGE) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('brought.html').waitFor()
    await page.getByRole('button', { name: 'Preserve this file' }).click()
    await page.getByRole('link', { name: 'Open it' }).click()
    await page.getByText('The quay was closed for a day').first().waitFor()
    assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /RLO/)
    await page.getByRole('cell', { name: 'North quay' }).waitFor()
    await page.getByText('added by hand, not fetched').waitFor()
    await page.keyboard.press('2')
    const frame = page.locator('iframe')
    assert.equal(await frame.getAttribute('sandbox'), '')
    await page.frameLocator('iframe').getByText('The quay was closed for a day').waitFor()
    assert.match(await page.title(), /· Dragoman$/)
  },

  'OPML goes out, and comes in only after a dry run': async ({ desk, page, open }) => {
    const feeds = await listFeeds(desk)
    await open('/add?way=opml')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'OPML out' }).click(),
    ])
    const out = await readFile(await download.path(), 'utf8')
    for (const { url, kind } of feeds) if (kind === 'syndication') assert.ok(out.includes(url), url)

    const choose = page.locator('input[type=file]')
    await choose.setInputFiles({ name: 'mine.opml', mimeType: 'text/x-opml', buffer: Buffer.from(OPML) })
    await page.getByText('New outlets: 1. New feeds: 2. Watched already: 0.').waitFor()
    assert.equal((await listFeeds(desk)).length, feeds.length, 'the dry run subscribes to nothing')
    await page.getByRole('button', { name: 'Subscribe to 2 feeds' }).click()
    await page.getByText('Done. The feeds are being asked now.').waitFor()
    assert.equal((await listFeeds(desk)).length, feeds.length + 2)
  },
}
