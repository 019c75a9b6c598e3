// What lists promise of titles: translated first and never without what it is, the original always under it.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ItemCopies } from '../../server/shapes/copy.ts'
import type { ItemList } from '../../server/shapes/item.ts'
import type { TranslationList } from '../../server/shapes/translation.ts'
import { findBarriers } from './find-barriers.ts'
import { speakTo, until, type Desk, type Promises } from './test-desk.ts'

const rows = (page: Page) => page.locator('.row[aria-rowindex]')

/** The newest of a language that has a translated title, with its place in the list. @param piece … or lead */
async function findTranslated(desk: Desk, language: string, piece: 'title' | 'lead' = 'title') {
  const { items } = await desk.ask<ItemList>(`/api/items?language=${language}&grouped=true`)
  const row = items.findIndex(({ translation }) => translation?.title && translation[piece])
  const item = items[row]
  assert.ok(item, `nothing translated from ${language}`)
  return { ...item, row: row + 1 }
}

/** The lines of a row from above: what each is, and its words. */
const linesOf = (page: Page, row: number) =>
  page.locator(`.row[aria-rowindex="${row}"]`).evaluate((element) => {
    const tags = [...element.querySelectorAll('.tags .tag > :first-child')].map((tag) => tag.textContent)
    const words = [...element.querySelectorAll<HTMLElement>('.ti > *')]
    return words.map((line, at) => [tags[at], line.textContent, line.lang, line.dir])
  })

export const titlePromises: Promises = {
  'the translated title stands first with what it is, the original under it in its own script': async (visit) => {
    const { desk, page, open } = visit
    for (const language of ['ar', 'zh']) {
      const item = await findTranslated(desk, language)
      await open(`/?language=${language}`)
      await rows(page).first().waitFor()
      const tag = (item.language ?? '').replace(/^\w+/, (letters) => letters.toUpperCase())
      assert.deepEqual(await linesOf(page, item.row), [
        ['EN hum', item.translation?.title, 'en', 'ltr'],
        [tag, item.title, item.language, item.direction],
      ])
      const told = page.locator(`.row[aria-rowindex="${item.row}"] .of-translation`)
      assert.match((await told.getAttribute('title')) ?? '', /^English: by a person · .*human, sample/)
    }
  },

  'o turns original and translation round, for every list and every visit, until it is pressed again': async (
    visit,
  ) => {
    const { desk, page, open } = visit
    const item = await findTranslated(desk, 'fa')
    const first = () => page.locator(`.row[aria-rowindex="${item.row}"] .t`)
    await open('/?language=fa')
    await rows(page).first().waitFor()
    await page.keyboard.press('o')
    await first()
      .getByText(item.title ?? '', { exact: true })
      .waitFor()
    assert.deepEqual(
      (await linesOf(page, item.row)).map(([tag]) => tag),
      ['FA', 'EN hum'],
    )
    await page.reload()
    await first()
      .getByText(item.title ?? '', { exact: true })
      .waitFor()
    await page.keyboard.press('o')
    await first()
      .getByText(item.translation?.title ?? '', { exact: true })
      .waitFor()
  },

  'one line a row shows the translation, and the original of the row one stands on': async ({ desk, page, open }) => {
    const item = await findTranslated(desk, 'ar')
    await page.addInitScript(() => localStorage.setItem('dragoman.density', 'tight'))
    await open('/?language=ar')
    await rows(page).nth(2).waitFor()
    const original = (row: number) => page.locator(`.row[aria-rowindex="${row}"] .o`)
    await original(1).waitFor()
    assert.equal(await original(2).isVisible(), false)
    await page.keyboard.press('j')
    await original(2).waitFor()
    assert.equal(await original(1).isVisible(), false)
    assert.ok(item.row >= 1)
    await page.evaluate(() => localStorage.removeItem('dragoman.density'))
  },

  'Space shows how a page begins, translated beside the original, each with what it is': async (visit) => {
    const { desk, page, open } = visit
    const item = await findTranslated(desk, 'ar', 'lead')
    assert.ok(item.translation?.lead && item.lead)
    await open('/?language=ar')
    await rows(page).first().waitFor()
    for (let row = 1; row < item.row; row++) await page.keyboard.press('j')
    await page.keyboard.press('Space')
    const pair = page.locator('.peek .lead-pair')
    await pair.getByText(item.translation.lead, { exact: true }).waitFor()
    await pair.getByText(item.lead, { exact: true }).waitFor()
    assert.deepEqual(await pair.locator('.tag > :first-child').allTextContents(), ['EN hum', 'AR'])
    const [left, right] = await Promise.all([
      pair.locator('p').nth(0).boundingBox(),
      pair.locator('p').nth(1).boundingBox(),
    ])
    assert.ok(left && right && left.x + left.width <= right.x, 'they stand beside each other')
  },

  'a title that somebody writes shows in the open inbox, in its place and without asking': async (visit) => {
    const { desk, page, open } = visit
    const item = await findTranslated(desk, 'ru')
    await open('/?language=ru')
    const row = page.locator(`.row[aria-rowindex="${item.row}"]`)
    await row.getByText(item.translation?.title ?? '', { exact: true }).waitFor()
    await page.evaluate(() => Object.assign(globalThis, { sameVisit: true }))
    await page.waitForTimeout(800) // the stream of events has opened
    const { translations } = await desk.ask<TranslationList>(`/api/items/${item.id}/translations`)
    const [standing] = translations
    assert.ok(standing)
    const target = 'A title of today'
    const body = { revision: standing.revision, target, signedBy: 'A. Reader' }
    const top = (await row.boundingBox())?.y
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await desk.ask(`/api/translations/${standing.id}/segments/title`, 'PATCH', body)
    await row.getByText(target, { exact: true }).waitFor()
    assert.deepEqual(asked, [])
    assert.equal((await row.boundingBox())?.y, top)
    assert.equal(await page.evaluate(() => 'sameVisit' in globalThis), true)
    assert.match((await row.locator('.of-translation').getAttribute('title')) ?? '', /A\. Reader/)
  },

  'another language of translation shows in the lists that are already there': async ({ desk, page, open }) => {
    const item = await findTranslated(desk, 'pt')
    await open('/?language=pt')
    const tags = page.locator(`.row[aria-rowindex="${item.row}"] .of-translation > :first-child`)
    await tags.getByText('EN hum').waitFor()
    await page.getByRole('link', { name: 'Translation', exact: true }).click()
    await page.getByLabel('Language of translation').selectOption('fr')
    await page.getByText('Changed the settings').waitFor()
    await page.goBack()
    try {
      await tags.getByText('FR —').waitFor()
    } finally {
      // Every promise after this one is about pages in English.
      await page.goForward()
      await page.getByLabel('Language of translation').selectOption('en')
    }
    await until(
      'it is English again',
      async () => (await desk.ask<ItemList>('/api/items?limit=1')).translateTo === 'en',
    )
  },

  'a decision is told under the translated title, with what that is': async ({ desk, page, open }) => {
    const item = await findTranslated(desk, 'es')
    await open(`/?language=es`)
    await rows(page).first().waitFor()
    for (let row = 1; row < item.row; row++) await page.keyboard.press('j')
    await page.keyboard.press('p')
    await page.locator('.note').getByText(`${item.translation?.title} (EN hum)`).waitFor()
    await page.keyboard.press('u')
  },

  'the first rows that are drawn, before the desk is there, stand as the desk puts them': async (visit) => {
    const { desk, page, open, expect } = visit
    expect(/ERR_FAILED|Failed to fetch dynamically imported module|assets\/main/)
    const { items } = await desk.ask<ItemList>('/api/items?limit=100&grouped=true')
    await page.route(/assets\/main-/, (route) => route.abort())
    await open('/')
    const first = page.locator('.list > .row').first()
    await first.waitFor()
    const [item] = items
    const words = await first.locator('.ti > *').allTextContents()
    assert.deepEqual(words, [item?.translation?.title, item?.title])
    assert.equal(await first.locator('.tag').first().textContent(), 'EN hum')
  },

  'a copy is named under its translated title too': async ({ desk, page, open }) => {
    const { items } = await desk.ask<ItemList>('/api/items?limit=200&grouped=true')
    const story = items.find(({ group, language }) => (group?.members ?? 0) > 1 && !language?.startsWith('en'))
    assert.ok(story, 'nothing was copied')
    const { group } = await desk.ask<ItemCopies>(`/api/items/${story.id}/copies`)
    const named = [group?.origin, ...(group?.copies.map(({ item }) => item) ?? [])]
    const other = named.find((each) => each && each.id !== story.id && each.translation?.title)
    assert.ok(other?.translation?.title)
    await open(`/items/${story.id}`)
    await page.locator('.drawer').waitFor()
    await page.getByRole('tab', { name: /Copies/ }).click()
    await page.getByRole('link', { name: other.translation.title }).first().waitFor()
  },

  'lists with translations can be used by everyone: light, dark, wide, narrow, from right to left': async (visit) => {
    const { desk, page, open } = visit
    const found: string[] = []
    for (const language of ['ar', null] as const) {
      await speakTo(desk, language)
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await open('/')
        await page
          .locator(`html[dir=${language === 'ar' ? 'rtl' : 'ltr'}] .row[aria-rowindex]`)
          .first()
          .waitFor()
        if (width > 1000) {
          await page.keyboard.press('Space')
          await page.locator('.lead-pair').waitFor()
        }
        found.push(...(await findBarriers(page)).map((words) => `${language}, ${width}: ${words}`))
        const across = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (across > 0) found.push(`${language}, ${width}: scrolls sideways by ${across}`)
      }
    }
    assert.deepEqual(found, [])
  },
}
