// What search promises.

import assert from 'node:assert/strict'
import type { SearchResult } from '../../server/shapes/search.ts'
import type { Promises } from './test-desk.ts'

const SAHEL = 'الساحل'

export const searchPromises: Promises = {
  'a word is lit wherever it is found, in every form it takes': async ({ desk, page, open }) => {
    const { total } = await desk.ask<SearchResult>(`/api/search?q=${encodeURIComponent(SAHEL)}`)
    await open('/search')
    await page.getByRole('searchbox').fill(SAHEL)
    await page.getByText(`${total.count} items`, { exact: true }).waitFor()
    await page.locator('mark').first().waitFor()
    const lit = await page.locator('mark').allInnerTexts()
    assert.ok(lit.length >= 5)
    for (const text of lit) assert.match(text, /ساحل/)
    assert.ok(new URL(page.url()).searchParams.get('q') === SAHEL, 'the query lives in the address')
  },

  'a facet narrows what is found, and gives it back': async ({ page, open }) => {
    await open(`/search?q=${encodeURIComponent(SAHEL)}`)
    const total = page.locator('.results-head [role=status]')
    const facet = page.getByRole('checkbox', { name: /Persian/ })
    await facet.waitFor()
    const all = await total.innerText()
    const expected = (await facet.innerText()).match(/\d+/)?.[0]
    await facet.click()
    await page.getByText(`${expected} items`, { exact: true }).waitFor()
    const tags = await page.locator('.res .tag').allInnerTexts()
    assert.ok(tags.length > 0 && tags.every((tag) => tag.includes('FA')))
    await facet.click()
    await page.getByText(all, { exact: true }).waitFor()
  },

  'what is wrong with a query is said, with the place': async ({ page, open }) => {
    await open('/search')
    await page.getByRole('searchbox').fill('mali after:never')
    const problems = page.locator('.problems')
    await problems.getByText('“never” is not a date that exists.').waitFor()
    await problems.locator('.mono', { hasText: 'after:never' }).waitFor()
    await page.getByRole('searchbox').fill('mali "not closed')
    await problems.getByText(/is not closed/).waitFor()
  },

  'a query that finds nothing says so and can be cleared': async ({ page, open }) => {
    await open('/search?q=zzzzunheard')
    await page.getByText(/Nothing answers this query/).waitFor()
    await page.getByRole('button', { name: 'Clear the query' }).click()
    await page.locator('.res').first().waitFor()
  },

  'a hit is opened by Enter, and Back leads to the same hits': async ({ page, open }) => {
    await open(`/search?q=${encodeURIComponent(SAHEL)}`)
    await page.locator('mark').first().waitFor()
    await page.getByRole('searchbox').press('Enter')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.locator('.article .text').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/search/)
    await page.locator('mark').first().waitFor()
  },
}
