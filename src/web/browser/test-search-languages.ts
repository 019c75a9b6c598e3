// What search promises across languages: one query, pages in any script, and why each of them was found.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { SearchResult } from '../../server/shapes/search.ts'
import { findBarriers } from './find-barriers.ts'
import type { Desk, Promises } from './test-desk.ts'

const SEA = '/search?order=relevant&q=Black+Sea'

async function firstIn(desk: Desk, q: string, language: string) {
  const { hits } = await desk.ask<SearchResult>(`/api/search?order=relevant&limit=100&q=${encodeURIComponent(q)}`)
  const hit = hits.find((one) => one.language?.startsWith(language))
  assert.ok(hit, `nothing in ${language} answers ${q}`)
  return hit
}

const hitOf = (page: Page, title: string | null) =>
  page
    .locator('.res')
    .filter({ hasText: title ?? '' })
    .first()

export const searchLanguagePromises: Promises = {
  'an English name finds Arabic, Russian, Persian and Chinese pages, each with its original, its state and the reason':
    async ({ desk, page, open }) => {
      await open(SEA)
      for (const [language, name] of [
        ['ar', 'البحر الأسود'],
        ['ru', 'Чёрное море'],
        ['fa', 'دریای سیاه'],
        ['zh', '黑海'],
      ] as const) {
        const found = await firstIn(desk, 'Black Sea', language)
        const hit = hitOf(page, found.title)
        await hit.waitFor()
        await hit.getByText(found.translation?.title ?? '', { exact: true }).waitFor()
        assert.match(
          (await hit.locator('.of-translation').first().getAttribute('title')) ?? '',
          /^English: by a person/,
        )
        const why = (await hit.locator('.why').textContent()) ?? ''
        assert.ok(why.includes('“Black Sea”'), why)
        if (found.matched.some(({ as }) => as === name))
          assert.ok(why.includes(name) && why.includes('(glossary)'), why)
        const lit = await hit.locator('mark').allTextContents()
        assert.ok(lit.length > 0, found.title ?? '')
      }
      await page.locator('.searched-names').getByText('Чёрное море').waitFor()
    },

  'originals alone is a switch that types itself into the query, and back': async ({ page, open }) => {
    await open(SEA)
    const total = page.locator('.results-head [role=status]')
    await page.locator('.res .why').first().waitFor()
    const everywhere = Number.parseInt(await total.innerText(), 10)
    const alone = page.getByRole('button', { name: 'Originals alone' })
    await alone.click()
    await page.waitForURL(/in%3Aoriginal/)
    await page.getByRole('searchbox').and(page.locator('[value="Black Sea in:original"]')).waitFor()
    await page.locator('.res .why').first().waitFor({ state: 'detached' })
    assert.equal(await alone.getAttribute('aria-pressed'), 'true')
    assert.ok(Number.parseInt(await total.innerText(), 10) < everywhere)
    assert.equal(await page.locator('.searched-names').count(), 0)
    await alone.click()
    await page.locator('.res .why').first().waitFor()
    await page.getByRole('searchbox').fill('zzzz in:original')
    await page.getByText('No original answers this query as it is typed.').waitFor()
    await page.getByRole('button', { name: 'Search translations and other names too' }).click()
    await page.getByText('Nothing answers this query.', { exact: false }).waitFor()
  },

  'o puts the original first in what is found, and the reason stays': async ({ desk, page, open }) => {
    const found = await firstIn(desk, '"Black Sea"', 'ar')
    await open('/search?order=relevant&q="Black Sea"')
    const hit = hitOf(page, found.title)
    await hit.locator('h2', { hasText: found.translation?.title ?? '' }).waitFor()
    await page.locator('.res h2 a').first().focus()
    await page.keyboard.press('o')
    await hit.locator('h2', { hasText: found.title ?? '' }).waitFor()
    await hit.locator('p.o', { hasText: found.translation?.title ?? '' }).waitFor()
    await hit.locator('.why').waitFor()
    await page.keyboard.press('o')
    await hit.locator('h2', { hasText: found.translation?.title ?? '' }).waitFor()
  },

  'what is found across languages keeps nobody out, wide and on a phone': async ({ page, open }) => {
    await open(SEA)
    await page.locator('.res .why').first().waitFor()
    assert.deepEqual(await findBarriers(page), [])
    await page.setViewportSize({ width: 390, height: 844 })
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const)
    assert.ok(wide <= seen, `${wide} px do not fit into ${seen}`)
    assert.deepEqual(await findBarriers(page), [])
  },
}
