// What the reader promises of translations and excerpts: the state is told, both sides are lit, words keep their place.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ExcerptList } from '../../server/shapes/excerpt.ts'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { findItem, type Promises } from './test-desk.ts'

const original = (page: Page) => page.locator('.paired .x [data-sentence="0"]')
const translated = (page: Page) => page.locator('.paired .y [data-sentence="0"]')

async function write(page: Page, words: string) {
  await translated(page).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Translation of sentence 1' }).fill(words)
  await page.keyboard.press('Enter')
  await translated(page).getByText(words).waitFor()
}

/** Selects the first letters of the first block of the original, as a pointer does. */
const selectStart = (page: Page, length: number) =>
  page.evaluate((end) => {
    const box = document.querySelector('.article .block .x')
    const words = box && document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode()
    if (words) document.getSelection()?.setBaseAndExtent(words, 2, words, end)
  }, length)

export const translationPromises: Promises = {
  'a translation stands beside its original, is lit with it, corrected in place, and put back': async (visit) => {
    const { desk, page, open } = visit
    const { id } = await findItem(desk, 'ar')
    await open(`/items/${id}`)
    await page.getByText('No translation. No engine is set up.').waitFor()
    await page.getByRole('button', { name: 'Translate by hand' }).click()
    await translated(page).getByText('not translated').waitFor()
    await original(page).hover()
    await page.locator('.paired .y .lit[data-sentence="0"]').waitFor()
    await write(page, 'First words')
    await write(page, 'Second words')
    await page.keyboard.press('u')
    await translated(page).getByText('First words').waitFor()
    await page.keyboard.press('6')
    await original(page).waitFor({ state: 'detached' })
    await page.keyboard.press('4')
    await translated(page).waitFor({ state: 'detached' })
    await page.keyboard.press('5')
    await original(page).waitFor()
  },

  'words selected in the original become an excerpt at their very place': async ({ desk, page, open }) => {
    const { id } = await findItem(desk, 'fa')
    const { reading } = await desk.ask<ItemDetail>(`/api/items/${id}`)
    await open(`/items/${id}`)
    await page.getByRole('button', { name: 'Translate by hand' }).waitFor()
    await selectStart(page, 12)
    await page.getByRole('toolbar', { name: 'Excerpt' }).waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('Speaker').fill('Somebody')
    await page.getByLabel('Tags').fill('border, trade')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Excerpt kept.').waitFor()
    await page.getByRole('tab', { name: 'Excerpts' }).click()
    await page.getByRole('heading', { name: 'Somebody' }).waitFor()
    await page.getByText('stands', { exact: true }).waitFor()
    const { excerpts } = await desk.ask<ExcerptList>(`/api/excerpts?item=${id}`)
    const [part] = excerpts[0]?.parts ?? []
    assert.ok(reading && part?.kind === 'quote')
    assert.equal(part.anchor.exact, reading.text.slice(part.anchor.start, part.anchor.end))
    assert.equal(part.anchor.exact, reading.text.slice(2, 12).trim())
    assert.deepEqual(excerpts[0]?.tags, ['border', 'trade'])
  },
}
