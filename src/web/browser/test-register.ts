// What the register of outlets promises.

import assert from 'node:assert/strict'
import type { OutletDetail, OutletList } from '../../server/shapes/outlet.ts'
import type { Desk, Promises } from './test-desk.ts'

async function findOutlet(desk: Desk, name: string): Promise<OutletDetail> {
  const { outlets } = await desk.ask<OutletList>('/api/outlets')
  const found = outlets.find((outlet) => outlet.name === name)
  assert.ok(found, name)
  return desk.ask<OutletDetail>(`/api/outlets/${found.id}`)
}

export const registerPromises: Promises = {
  'each outlet stands on a line with its health in words, and the failing can be seen alone': async ({
    desk,
    page,
    open,
  }) => {
    const { outlets } = await desk.ask<OutletList>('/api/outlets')
    const failing = outlets.filter(({ health }) => health === 'failing' || health === 'gone')
    await open('/outlets')
    await page
      .locator('tbody tr')
      .nth(outlets.length - 1)
      .waitFor()
    const lines = await page
      .locator('tbody .st')
      .evaluateAll((marks) => marks.map((mark) => mark.getClientRects().length && mark.clientHeight))
    assert.ok(Math.max(...lines) < 24, 'no word of health is broken over two lines')
    await page.getByRole('link', { name: /^failing/ }).click()
    await page.waitForURL(/health=failing/)
    assert.equal(await page.locator('tbody tr').count(), failing.length)
  },

  'a feed is paused, and undo resumes it': async ({ desk, page, open }) => {
    const { id, feedList } = await findOutlet(desk, 'Al-Manara')
    const state = async () => (await findOutlet(desk, 'Al-Manara')).feedList[0]?.state
    assert.equal(feedList[0]?.state, 'watching')
    await open(`/outlets/${id}`)
    await page.getByRole('button', { name: 'Pause', exact: true }).first().click()
    await page.getByRole('button', { name: 'Resume', exact: true }).waitFor()
    await page
      .locator('.deed')
      .getByText(/^Paused/)
      .waitFor()
    assert.equal(await state(), 'paused')
    await page.keyboard.press('u')
    await page.getByText(/^Undone: Paused/).waitFor()
    await page.getByRole('button', { name: 'Pause', exact: true }).first().waitFor()
    assert.equal(await state(), 'watching')
  },

  'a statement is signed and stands beside the old one; it is unreviewed until it is confirmed': async ({
    desk,
    page,
    open,
  }) => {
    const { id, statements } = await findOutlet(desk, 'Rahgozar')
    await open(`/outlets/${id}`)
    await page.locator('.ohead .chip.un').waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('What is stated').fill('Exile weekly <b>of</b> Berlin')
    await page.getByLabel('Evidence', { exact: true }).fill('http://rahgozar.example/')
    await page.getByLabel('Your name').fill('A. Tester')
    await page.getByRole('button', { name: 'Sign the statement' }).click()
    await page.locator('.ohead .chip.un', { hasText: 'Exile weekly <b>of</b> Berlin' }).waitFor()
    await page.getByRole('button', { name: 'Review: Descriptor: Exile weekly <b>of</b> Berlin' }).click()
    await page.getByRole('button', { name: 'Sign the review' }).click()
    await page.locator('.ohead .chip:not(.un)', { hasText: 'Exile weekly <b>of</b> Berlin' }).waitFor()
    assert.equal((await findOutlet(desk, 'Rahgozar')).statements.length, statements.length + 1)
    await page.locator('.statements').getByText('Germany-based Persian-language weekly').first().waitFor()
  },
}
