// A working day, as a person with a keyboard has it.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ItemCounts, ItemDetail, ItemList } from '../../server/shapes/item.ts'
import type { OutletDetail, OutletList } from '../../server/shapes/outlet.ts'
import type { SavedSearchList } from '../../server/shapes/saved-search.ts'
import { until, type Desk, type Promises } from './test-desk.ts'

const active = (page: Page) => page.locator('.row[aria-selected=true]')
const deed = (page: Page) => page.locator('.deed')

/** The id of the item one stands on. */
async function standsOn(page: Page): Promise<string> {
  const address = await active(page).locator('.t a').getAttribute('href')
  return address?.split('/').at(-1) ?? ''
}

const triageOf = async (desk: Desk, id: string) => (await desk.ask<ItemDetail>(`/api/items/${id}`)).triage

/** Decisions of fifty items by one key each, and how many there are of each. */
const FIFTY = 'sspslssmsj'.repeat(5)

function makeOpml(feeds: number): string {
  const lines = Array.from({ length: feeds }, (_, n) => {
    const site = `http://outlet-${Math.floor(n / 2)}.example/`
    return `<outline type="rss" text="Feed ${n}" xmlUrl="${site}feed-${n}.xml" htmlUrl="${site}"/>`
  })
  return `<?xml version="1.0"?><opml version="2.0"><head><title>Many</title></head><body>${lines.join('\n')}</body></opml>`
}

export const dayPromises: Promises = {
  'fifty items are decided by keyboard; counts are right, and every deed is undone one by one': async ({
    desk,
    page,
    open,
  }) => {
    const before = await desk.ask<ItemCounts>('/api/items/counts')
    await open('/?by=time')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    await page.keyboard.press('Home')
    for (const key of FIFTY) await page.keyboard.press(key)
    await until('all deeds have arrived', async () => {
      const { triage } = await desk.ask<ItemCounts>('/api/items/counts')
      const more = (state: 'picked' | 'parked' | 'skipped') => triage[state] - before.triage[state]
      return more('skipped') === 30 && more('picked') === 5 && more('parked') === 5
    })
    const deeds = [...FIFTY].filter((key) => key !== 'j').length
    await deed(page).waitFor()
    for (let undone = 0; undone < deeds; undone++) await page.keyboard.press('u')
    await until('all is as it was', async () => {
      const { triage } = await desk.ask<ItemCounts>('/api/items/counts')
      return JSON.stringify(triage) === JSON.stringify(before.triage)
    })
  },

  'a decision shows in the list, the reader and the filter, and the next item is one key away': async ({
    desk,
    page,
    open,
  }) => {
    await open('/?by=time')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    await page.keyboard.press('j')
    const id = await standsOn(page)
    await page.keyboard.press('p')
    await deed(page)
      .getByText(/^Picked/)
      .waitFor()
    await page.locator('.row[aria-rowindex="3"][aria-selected=true]').waitFor()
    await until('it is picked', async () => (await triageOf(desk, id)).state === 'picked')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Pick/, pressed: true }).waitFor()
    await page.keyboard.press(']')
    await page.getByText(/^3 of/).waitFor()
    await open('/?triage=picked')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    assert.equal(await standsOn(page), id)
    await page.keyboard.press('x')
    await until('it is new again', async () => (await triageOf(desk, id)).state === 'new')
  },

  'what was decided while the server was away is kept, sent when it is back, and lost by nobody': async ({
    desk,
    page,
    open,
    expect,
  }) => {
    expect(/ERR_|Failed to load resource/)
    await open('/?by=time')
    await page.locator('.row[aria-rowindex]').nth(4).waitFor()
    await page.keyboard.press('j')
    const ids: string[] = []
    await desk.stop()
    for (const key of ['p', 'l', 's']) {
      ids.push(await standsOn(page))
      await page.keyboard.press(key)
    }
    await page.getByText('3 edits are kept here and will be sent.').waitFor()
    await page.reload({ waitUntil: 'commit' }).catch(() => null)
    await desk.start()
    await open('/')
    await until('all three have arrived', async () => {
      const states = await Promise.all(ids.map(async (id) => (await triageOf(desk, id)).state))
      return states.join() === 'picked,parked,skipped'
    })
    await page.getByText(/edits? (is|are) kept here/).waitFor({ state: 'hidden' })
  },

  'two people decide about one item: nothing is silently overwritten': async ({ desk, page, open, expect }) => {
    expect(/409|ERR_FAILED/)
    // Where the news of the other's decision does not come through, the server itself holds the line.
    await page.route('**/api/events', (route) => route.abort())
    await open('/?by=time')
    await page.locator('.row[aria-rowindex]').nth(9).waitFor()
    for (let row = 0; row < 9; row++) await page.keyboard.press('j')
    const id = await standsOn(page)
    const body = JSON.stringify({ items: [{ id }], deed: { kind: 'park' }, signedBy: 'Somebody Else' })
    const headers = { 'content-type': 'application/json' }
    assert.ok((await fetch(new URL('/api/triage', desk.url), { method: 'POST', headers, body })).ok)
    await page.keyboard.press('s')
    await page.locator('.row .wait[title=parked]').first().waitFor()
    assert.equal((await triageOf(desk, id)).state, 'parked', 'the first decision stands')
  },

  'what another person decides shows at once': async ({ desk, page, open }) => {
    await open('/?by=time')
    await page.locator('.row[aria-rowindex]').nth(9).waitFor()
    for (let row = 0; row < 10; row++) await page.keyboard.press('j')
    const id = await standsOn(page)
    const body = JSON.stringify({
      items: [{ id }],
      deed: { kind: 'mark', label: 'seen by another' },
      signedBy: 'Another',
    })
    const headers = { 'content-type': 'application/json' }
    assert.ok((await fetch(new URL('/api/triage', desk.url), { method: 'POST', headers, body })).ok)
    await active(page).locator('[title="seen by another"]').waitFor()
  },

  'a search is saved, watched by an alert, and taken back': async ({ desk, page, open }) => {
    await open('/search?q=mali')
    await page.locator('mark').first().waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Name').fill('Mali, every day')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Saved, 0 alerts/ }).click()
    await page.getByRole('button', { name: 'Add the alert' }).click()
    await page.locator('.alert', { hasText: 'here in the desk' }).waitFor()
    const { searches } = await desk.ask<SavedSearchList>('/api/searches')
    assert.deepEqual(
      searches.map(({ query, alerts }) => [query, alerts.map(({ channel }) => channel.kind)]),
      [['mali', ['desk']]],
    )
    await page.keyboard.press('u')
    await page.locator('.alert').waitFor({ state: 'hidden' })
    await page.keyboard.press('u')
    await page.getByText('No search is saved yet').waitFor()
  },

  'a descriptor is edited and undone; the history keeps both': async ({ desk, page, open }) => {
    const { outlets } = await desk.ask<OutletList>('/api/outlets')
    const id = outlets.find(({ name }) => name === 'Al-Manara')?.id ?? ''
    await open(`/outlets/${id}`)
    const shown = page.locator('.ohead .chip')
    const first = await shown.innerText()
    await page.keyboard.press('n')
    await page.getByLabel('What is stated').fill('Something else')
    await page.getByLabel('Your name').fill('A. Tester')
    await page.getByRole('button', { name: 'Sign the statement' }).click()
    await page.locator('.ohead .chip', { hasText: 'Something else' }).waitFor()
    await page.keyboard.press('u')
    await page.locator('.ohead .chip', { hasText: first }).waitFor()
    const { statements } = await desk.ask<OutletDetail>(`/api/outlets/${id}`)
    const undone = statements.find(({ value }) => value === 'Something else')
    assert.equal(undone?.review?.verdict, 'withdrawn')
  },

  'a day before the statements were made shows what was printed then': async ({ desk, page, open }) => {
    const { outlets } = await desk.ask<OutletList>('/api/outlets')
    await open(`/outlets/${outlets[0]?.id}`)
    await page.locator('.feed').first().waitFor()
    await page.keyboard.press('[')
    await page.waitForURL(/day=\d{4}-\d{2}-\d{2}/)
    await page.getByText(/^as printed for/).waitFor()
  },

  'a word is found in the text that is read, and the place is kept for the next time': async ({ desk, page, open }) => {
    const { items } = await desk.ask<ItemList>('/api/items?state=read&language=ar&limit=1')
    const id = items[0]?.id ?? ''
    const { reading } = await desk.ask<ItemDetail>(`/api/items/${id}`)
    const word = /[\u0621-\u064a]{5,}/.exec(reading?.text ?? '')?.[0] ?? ''
    await open(`/items/${id}`)
    await page.locator('.article .text').waitFor()
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Find in the text' }).fill(word)
    await page.locator('mark.here').waitFor()
    await page.getByText(/^1 of \d+$/).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('mark.here').waitFor({ state: 'detached' })
  },

  'the desk speaks Arabic from the right, French and Russian, and keeps to it': async ({ desk, page, open }) => {
    await open('/settings')
    for (const [name, title, direction] of [
      ['Français', 'Réglages', 'ltr'],
      ['Русский', 'Настройки', 'ltr'],
      ['العربية', 'الإعدادات', 'rtl'],
    ] as const) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      assert.equal(await page.evaluate(() => document.documentElement.dir), direction)
    }
    await until('the desk has it recorded', async () => {
      const { language } = await desk.ask<{ language: string | null }>('/api/settings')
      return language === 'ar'
    })
    await open('/')
    await page.getByRole('heading', { level: 1, name: 'الوارد' }).waitFor()
    assert.ok(!(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)))
    await open('/settings')
    await page.getByRole('button', { name: 'كالمتصفح' }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await until('it is forgotten again', async () => {
      const { language } = await desk.ask<{ language: string | null }>('/api/settings')
      return language === null
    })
  },

  'a list of five hundred feeds is shown first and then subscribed to': async ({ desk, page, open }) => {
    const before = await desk.ask<OutletList>('/api/outlets')
    await open('/add?way=opml')
    const file = { name: 'many.opml', mimeType: 'text/x-opml', buffer: Buffer.from(makeOpml(500)) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('New outlets: 250. New feeds: 500. Watched already: 0.').waitFor()
    await page.getByRole('button', { name: 'Subscribe to 500 feeds' }).click()
    await page.getByText('Done. The feeds are being asked now.').waitFor({ timeout: 20_000 })
    assert.equal((await desk.ask<OutletList>('/api/outlets')).total, before.total + 250)
    await open('/outlets')
    await page.locator('tbody tr').nth(249).waitFor()
  },
}
