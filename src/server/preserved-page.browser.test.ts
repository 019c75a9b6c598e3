// What headers promise, a real browser must keep. Skipped with a word where there is no Chromium.

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { noBrowser, openBrowser } from '../end-to-end/open-browser.ts'
import { addTestItem, addTestOutlet, openTestDesk } from './test-desk.ts'

/** Every way we know in which a page asks the world for something, or tries to act. */
const hostilePage = (world: string) => `<!doctype html><html><head><title>page</title><base href="${world}/">
<meta http-equiv="refresh" content="0;url=${world}/refresh"><link rel="preconnect" href="${world}"><link rel="preload" as="image" href="${world}/preload">
<link rel="prefetch" href="${world}/prefetch"><link rel="modulepreload" href="${world}/m.js"><link rel="stylesheet" href="${world}/s.css"><link rel="icon" href="${world}/i.ico">
<style>@import url(${world}/import.css);body{background:url(${world}/background)}@font-face{font-family:f;src:url(${world}/font)}p{font-family:f}</style>
<script>parent.document.title='taken over';fetch('${world}/fetch')</script><script src="${world}/s.js"></script>
<script type="speculationrules">{"prerender":[{"urls":["${world}/speculation"]}]}</script></head>
<body onload="parent.document.title='taken over'"><p>the text</p><img src="${world}/img" onerror="parent.document.title='taken over'"><img srcset="${world}/srcset 1x">
<iframe src="${world}/frame"></iframe><iframe srcdoc="&lt;iframe src='${world}/inner'>&lt;/iframe>"></iframe><object data="${world}/object"></object><embed src="${world}/embed">
<video src="${world}/video" poster="${world}/poster" autoplay></video><svg><image href="${world}/svg"/><use href="${world}/use.svg#x"/></svg>
<form action="${world}/form"><button id="button">send</button></form><a id="link" href="${world}/link" ping="${world}/ping">link</a>
<a id="top" target="_top" href="${world}/top">top</a><a id="blank" target="_blank" href="${world}/blank">blank</a><a id="script" href="javascript:parent.document.title='taken over'">script</a>
<a id="download" download href="${world}/download">download</a></body></html>`

test(
  'in a real browser a preserved page runs nothing and opens no connection, whatever is clicked',
  { skip: noBrowser },
  async (t) => {
    const connections: string[] = []
    const world = createServer((socket) => {
      connections.push('a connection')
      socket.on('error', () => {}).destroy()
    })
    await new Promise<void>((resolve) => void world.listen(0, '127.0.0.1', resolve))
    t.after(() => world.close())
    const address = `http://world.test:${(world.address() as AddressInfo).port}`

    const desk = await openTestDesk()
    t.after(() => desk.close())
    await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
    const { captureId } = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'a', text: 'a' })
    desk.pages.set(captureId, { kind: 'bytes', body: Buffer.from(hostilePage(address)) })
    const frame = `<!doctype html><title>Desk</title><iframe src="/api/captures/${captureId}/page" width="900" height="900"></iframe>`
    await writeFile(join(desk.tools.about.home, 'web', 'index.html'), frame)

    const browser = await openBrowser('--host-resolver-rules=MAP world.test 127.0.0.1')
    t.after(() => browser.close())
    const page = await browser.newPage()
    await page.goto(desk.served.url)
    const inside = page.frameLocator('iframe').first()
    await inside.getByText('the text').waitFor()
    for (const id of ['button', 'link', 'top', 'blank', 'script', 'download']) {
      await inside.locator(`#${id}`).click({ force: true, timeout: 2_000 })
      assert.equal(await inside.getByText('the text').count(), 1, `${id}: the page is still there`)
    }
    assert.equal(await page.title(), 'Desk')
    assert.equal(page.url(), desk.served.url)
    assert.equal(browser.contexts()[0]?.pages().length, 1)
    assert.deepEqual(connections, [])
  },
)
