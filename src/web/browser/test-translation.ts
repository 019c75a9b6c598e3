// What the reader promises of translations: the state is told, and both sides are lit.

import type { Page } from 'playwright-core'
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
    await page.locator('.pair-head .y .byline .printed-date').waitFor() // who wrote it and when is said on either side
    await page.keyboard.press('4')
    await translated(page).waitFor({ state: 'detached' })
    await page.keyboard.press('5')
    await original(page).waitFor()
  },
}
