// What the first screen promises.

import assert from 'node:assert/strict'
import { findItem, listFeeds, settle, until, type Promises } from './test-desk.ts'
import type { ItemList } from '../../server/shapes/item.ts'

export const inboxPromises: Promises = {
  'the newest items stand first, each with its language, outlet and descriptor': async ({ desk, page, open }) => {
    const { items, total } = await desk.ask<ItemList>('/api/items?limit=100')
    await open('/')
    const rows = page.locator('.row[aria-rowindex]')
    await rows.first().waitFor()
    for (const [index, item] of items.slice(0, 5).entries()) {
      const row = page.locator(`.row[aria-rowindex="${index + 1}"]`)
      await row.getByText(item.title ?? item.url, { exact: true }).waitFor()
      await row.getByText(item.outlet.name, { exact: true }).waitFor()
      assert.ok((await row.locator('.out').innerText()).includes(item.outlet.descriptor?.value ?? ''))
    }
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(total))
  },

  'most descriptors have been looked at; those that were not say so, and none is cut': async ({ page, open }) => {
    await open('/')
    await page.locator('.row[aria-rowindex] .chip').first().waitFor()
    const chips = page.locator('.row[aria-rowindex] .chip')
    const unreviewed = await page.locator('.row .chip.un').filter({ hasText: 'unreviewed' }).count()
    assert.ok(unreviewed > 0 && unreviewed < (await chips.count()) / 2)
    const cut = await chips.evaluateAll((all) => all.filter((chip) => chip.scrollWidth > chip.clientWidth + 1).length)
    assert.equal(cut, 0)
  },

  'j and k move, Enter opens, Esc comes back to the same row': async ({ page, open }) => {
    await open('/')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    const active = page.locator('.row[aria-selected=true]')
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    await page.locator('.row[aria-rowindex="3"][aria-selected=true]').waitFor()
    const title = await active.locator('.t').innerText()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.row[aria-rowindex="3"][aria-selected=true]').waitFor()
    assert.equal(await active.locator('.t').innerText(), title)
    assert.ok(await active.evaluate((row) => row.classList.contains('seen')), 'what was read looks read')
  },

  'keys do nothing in a field, and ? shows them all': async ({ page, open }) => {
    await open('/')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('outlet names as printed').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('jkd')
    assert.equal(await page.getByRole('searchbox').inputValue(), 'jkd')
  },

  'filters live in the address and can be dropped again': async ({ desk, page, open }) => {
    const { total } = await desk.ask<ItemList>('/api/items?language=fa')
    await open('/')
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fa')
    await page.waitForURL(/language=fa/)
    await page.getByText(`${total} items`).first().waitFor()
    await open('/?language=fa&state=failed')
    await page.locator('.say a').click()
    await page.locator('.row[aria-rowindex]').first().waitFor()
  },

  'a foreign page that nobody has translated says so, and has how it begins under its title': async (visit) => {
    const { desk, page, open } = visit
    const item = await findItem(desk, 'fa')
    await open('/?language=fa&state=read')
    const row = page.locator('.row[aria-rowindex="1"]')
    await row.getByText(item.title ?? '', { exact: true }).waitFor()
    assert.deepEqual(await row.locator('.tag > :first-child').allTextContents(), ['FA', 'EN —'])
    assert.equal(await row.locator('.of-translation .unseen').textContent(), 'English: not translated')
    assert.equal(await row.locator('.o').textContent(), item.lead)
    await open('/?language=en&state=read')
    await row.waitFor()
    assert.deepEqual(await row.locator('.tag > :first-child').allTextContents(), ['EN'])
  },

  'an outlet’s name is shown as printed by a': async ({ desk, page, open }) => {
    const { outlet } = await findItem(desk, 'fa')
    await open('/?language=fa')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    await page.keyboard.press('a')
    await page
      .locator('.row .outlet-name', { hasText: outlet.nameAsPrinted ?? '' })
      .first()
      .waitFor()
  },
}

/** Comes last: it changes what the desk holds. */
export const arrivalPromises: Promises = {
  'new arrivals wait behind a line and do not move what is being read': async ({ desk, page, open }) => {
    await open('/')
    await page.locator('.row[aria-rowindex]').first().waitFor()
    for (let row = 0; row < 20; row++) await page.keyboard.press('j')
    const active = page.locator('.row[aria-selected=true]')
    await page.locator('.row[aria-rowindex="21"][aria-selected=true]').waitFor()
    const place = () => active.evaluate((row) => [row.textContent, Math.round(row.getBoundingClientRect().top)])
    const noted = page.locator('.newer')
    const list = page.locator('.list')
    const scrolled = () => list.evaluate((box) => box.scrollTop)
    await until('the list has come to rest', async () => {
      const first = await scrolled()
      await page.waitForTimeout(150)
      return first === (await scrolled())
    })
    const height = await scrolled()

    const before = await place()
    desk.press.advance()
    for (const { id, state } of await listFeeds(desk))
      if (state === 'watching') await desk.ask(`/api/feeds/${id}/polls`, 'POST')
    await settle(desk)
    await noted.waitFor()
    assert.equal(await list.evaluate((box) => box.scrollTop), height)
    const [text, top] = await place()
    assert.equal(text, before[0])
    // The line itself takes room above the list; the rows keep their places in it.
    assert.ok(Math.abs(Number(top) - Number(before[1])) <= 40)

    await page.keyboard.press('.')
    await noted.waitFor({ state: 'hidden' })
    await page.locator('.row[aria-rowindex="1"][aria-selected=true]').waitFor()
  },
}
