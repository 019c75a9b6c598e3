// Attacks that are known, each against every place where words from outside are shown.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { OutletDetail, OutletList } from '../../server/shapes/outlet.ts'
import type { Desk, Promises } from './test-desk.ts'

const RLO = '\u202E'

/** Names, descriptors and the like, as somebody who means harm would write them. */
const attacks = [
  '<script>document.title="taken"</script>',
  '<img src=x onerror="document.title=\'taken\'">',
  '<svg/onload=document.title="taken">',
  '"><iframe srcdoc="<script>parent.document.title=1</script>">',
  'javascript:document.title="taken"',
  '{{constructor.constructor("document.title=1")()}} ${document.title=1}',
  `${RLO}drowssap ruoy retne${RLO}`,
  `Safe\u2066 name \u2069${RLO} gnp.exe`,
  '\u200B\u200B\u200B',
  'A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  `${'w'.repeat(1900)}`,
  `${'\uD83D\uDC69\u200D'.repeat(100)}\uD83D\uDC69`,
  '· unreviewed · confirmed by everybody',
  'Reuters</bdi></span><b>verified</b>',
] as const

async function post<Answer>(desk: Desk, path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(new URL(path, desk.url), { method: 'POST', headers, body: JSON.stringify(body) })
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
  return JSON.parse(await answer.text())
}

/** What must hold whatever is on the screen. */
async function holds(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(60)
  const found = await page.evaluate(() => ({
    title: document.title,
    strangers: document.querySelectorAll(
      'main script, main iframe:not([sandbox=""]), main img, main [onerror], main [onload]',
    ).length,
    bare: [...document.querySelectorAll('main *')].filter(
      (element) =>
        element.children.length === 0 &&
        /[\u202A-\u202E]/.test(element.textContent ?? '') &&
        element.tagName !== 'OPTION',
    ).length,
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }))
  assert.match(found.title, /· Dragoman$/, `${where}: the title was taken`)
  assert.doesNotMatch(found.title, /[\u202A-\u202E]/, `${where}: the title is turned around`)
  assert.equal(found.strangers, 0, `${where}: an element came out of words`)
  assert.equal(found.bare, 0, `${where}: a control that turns lines around is obeyed`)
  assert.equal(found.sideways, false, `${where}: the page scrolls sideways`)
}

export const attackPromises: Promises = {
  'hostile names, descriptors, reviews and marks are shown as words, run nothing and turn nothing around': async ({
    desk,
    page,
    open,
  }) => {
    const { outlets } = await desk.ask<OutletList>('/api/outlets')
    const name = attacks.slice(0, 8).join(' ').slice(0, 290)
    const victim = await post<OutletDetail>(desk, '/api/outlets', {
      name,
      nameAsPrinted: `${RLO}nigiro${attacks[1]}`,
      homepage: 'http://attack.example/',
    })
    for (const value of attacks)
      for (const kind of ['descriptor', 'owner', 'self-description', 'name'] as const)
        await post(desk, `/api/outlets/${victim.id}/statements`, {
          kind,
          value: value.slice(0, 2000),
          signedBy: attacks[0],
          evidence: attacks[4],
        })
    await post(desk, `/api/outlets/${victim.id}/relations`, {
      kind: 'sister',
      to: outlets[0]?.id,
      signedBy: attacks[6],
    })
    await post(desk, '/api/searches', { name: attacks[7], query: '"<img src=x onerror=alert(1)>"' })
    const { items } = await desk.ask<{ items: { id: string }[] }>('/api/items?limit=1')
    await post(desk, '/api/triage', {
      items: [{ id: items[0]?.id }],
      deed: { kind: 'mark', label: `${RLO}<b onclick=alert(1)>x`.slice(0, 80) },
    })
    for (const [path, ready] of [
      ['/?by=time', '.row[aria-rowindex]'],
      ['/outlets', 'tbody tr'],
      [`/outlets/${victim.id}`, '.statements'],
      [`/outlets/${outlets[0]?.id}`, '.statements'],
      ['/searches', '.saved'],
      [`/search?q=${encodeURIComponent(attacks[1])}`, '.query'],
      ['/coverage', '.sec'],
      [`/clip#${encodeURIComponent(JSON.stringify({ url: 'https://a.example/', title: name }))}`, '.form'],
    ] as const) {
      await open(path)
      await page.locator(ready).first().waitFor()
      await holds(page, path)
    }
    await open(`/outlets/${victim.id}`)
    await page.locator('.statements .bidi-mark').first().waitFor()
    assert.equal(await page.locator('.statements a[href^="javascript:"]').count(), 0)
  },

  'a page brought by the bookmark is shown and kept only when a person says so': async ({ page, open }) => {
    const asked: string[] = []
    page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()))
    await open(`/clip#${encodeURIComponent(JSON.stringify({ url: 'javascript:alert(1)', title: 'x' }))}`)
    await page.getByText('No page was brought here.').waitFor()
    await open(`/clip?1#${encodeURIComponent(JSON.stringify({ url: 'http://al-manara.example/', title: 'A page' }))}`)
    await page.getByRole('button', { name: 'Keep this page' }).waitFor()
    assert.equal(await page.evaluate(() => location.hash), '', 'what was brought is taken out of the address')
    assert.deepEqual(asked, [], 'nothing is kept by coming here')
  },

  'the pages are served under a policy that lets no foreign script run': async ({ desk, page, open }) => {
    const answer = await fetch(desk.url)
    const policy = answer.headers.get('content-security-policy') ?? ''
    assert.match(policy, /script-src 'self'/)
    assert.doesNotMatch(policy, /unsafe-inline'[^;]*;?\s*script|script-src[^;]*unsafe/)
    await open('/')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    const inline = await page.evaluate(() => document.querySelectorAll('script:not([src])').length)
    assert.equal(inline, 0)
  },
}
