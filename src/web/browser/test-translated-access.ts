// Every screen of translation and excerpts can be used by everyone: WCAG 2.2 A and AA as far as axe can tell, in light and
// dark, wide and narrow, and from right to left; and none scrolls sideways.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ItemDetail, ItemList } from '../../server/shapes/item.ts'
import type { TranslationList } from '../../server/shapes/translation.ts'
import { areClean, PHONE, WIDE, type Screens } from './test-access.ts'
import { speakTo, type Desk, type Promises } from './test-desk.ts'

/** What a person chose in this browser, as if it had always been so. */
async function choose(page: Page, name: string, value: string) {
  await page.evaluate(([key, wanted]) => localStorage.setItem(`dragoman.${key}`, wanted ?? ''), [name, value])
  await page.reload()
}

const withSides = (sides: 'both' | 'original' | 'translation', shown: string) => async (page: Page) => {
  await choose(page, 'sides', sides)
  await page.locator(shown).first().waitFor()
}

/** The newest page of a language that is wholly translated. */
async function findWhole(desk: Desk, language: string): Promise<string> {
  const { items } = await desk.ask<ItemList>(`/api/items?state=read&limit=40&language=${language}`)
  for (const { id, translation } of items) {
    if (!translation) continue
    const { translations } = await desk.ask<TranslationList>(`/api/items/${id}/translations`)
    if (translations.some(({ state }) => state === 'human')) return id
  }
  return assert.fail(`nothing in ${language} is wholly translated`)
}

/** An excerpt of the page with a machine's words beside it, so that there is something to see. */
async function cut(desk: Desk, id: string, speaker = 'Speaker'): Promise<void> {
  const { reading } = await desk.ask<ItemDetail>(`/api/items/${id}`)
  assert.ok(reading)
  const pieces = [0, 40].map((start) => ({ kind: 'range', start, end: start + 20 }))
  const translation = { language: 'en', text: 'Words of a machine', state: 'machine', by: 'engine 1' }
  const body = { readingId: reading.id, pieces, translation, speaker, tags: ['seen'], basket: 'To be seen' }
  await desk.ask('/api/excerpts', 'POST', body)
}

async function listScreens(desk: Desk): Promise<Screens> {
  const [arabic, chinese] = [await findWhole(desk, 'ar'), await findWhole(desk, 'zh')]
  await cut(desk, arabic)
  const sentence = '.paired .y [data-sentence="0"]'
  const head = '.article h1'
  const both = withSides('both', sentence)
  return {
    'reader, both sides, Arabic': { path: `/items/${arabic}`, ready: head, act: both },
    'reader, both sides, Chinese': { path: `/items/${chinese}`, ready: head, act: both },
    'reader, original alone': {
      path: `/items/${chinese}`,
      ready: head,
      act: withSides('original', '.article:not(.paired) h1'),
    },
    'reader, translation alone': { path: `/items/${arabic}`, ready: head, act: withSides('translation', sentence) },
    'reader, a sentence being written': {
      path: `/items/${arabic}`,
      ready: head,
      act: async (page) => {
        await both(page)
        await page.locator(sentence).click()
        await page.keyboard.press('c')
        await page.locator('.sentence-edit').waitFor()
      },
    },
    excerpts: { path: '/excerpts', ready: '.collection-row' },
    'excerpts, one opened': {
      path: '/excerpts',
      ready: '.collection-row',
      act: (page) => page.keyboard.press('Space'),
    },
    'excerpts, nothing found': { path: '/excerpts?tag=of+nobody', ready: '.say' },
    'search across languages': { path: '/search?q=Niger', ready: '.res' },
    'translation desk, engines': { path: '/translation', ready: 'main h1' },
    'translation desk, work': { path: '/translation?part=work', ready: 'main h1' },
    'translation desk, glossary': { path: '/translation?part=glossary', ready: 'main h1' },
    'translation desk, memory': { path: '/translation?part=memory', ready: 'main h1' },
  }
}

/** The same in Arabic, where it differs by more than words. */
async function listArabicScreens(desk: Desk): Promise<Screens> {
  const all = Object.entries(await listScreens(desk)).filter(([name]) => !/opened|written|alone/.test(name))
  return Object.fromEntries(
    all.map(([name, { path, ready, act }]) => [
      name,
      {
        path,
        ready,
        act: async (page: Page) => {
          await page.locator('html[dir=rtl] main').waitFor()
          await page.locator(ready).first().waitFor()
          await act?.(page)
        },
      },
    ]),
  )
}

const WIDE_LOOK = { viewport: WIDE, widths: [961, 2560] }
const PHONE_LOOK = { viewport: PHONE, widths: [360, 560] }

export const translatedAccessPromises: Promises = {
  'a citation reads from the left, also when it begins with a name from the right': async ({ desk, page, open }) => {
    await cut(desk, await findWhole(desk, 'fa'), 'کاوه رهنما')
    await open('/excerpts')
    await page.locator('.collection-row').filter({ hasText: 'کاوه رهنما' }).first().click()
    await page.keyboard.press('Space')
    const citation = page.locator('.citation-of').filter({ hasText: 'کاوه رهنما' })
    await citation.waitFor()
    assert.equal(await citation.evaluate((words) => getComputedStyle(words).direction), 'ltr')
  },

  'on a desk the screens of translation and excerpts are free of barriers': areClean(listScreens, WIDE_LOOK),
  'on a phone the screens of translation and excerpts are free of barriers': areClean(listScreens, PHONE_LOOK),
  'from right to left the screens of translation and excerpts are free of barriers': async (visit) => {
    await speakTo(visit.desk, 'ar')
    try {
      await areClean(listArabicScreens, { viewport: WIDE, widths: [961, 390] })(visit)
    } finally {
      await speakTo(visit.desk, null)
    }
  },
}
