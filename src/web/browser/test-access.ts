// Every screen can be used by everyone: WCAG 2.2 A and AA as far as axe can tell, in light and dark, wide and narrow,
// and none scrolls sideways.

import assert from 'node:assert/strict'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import type { ItemDetail, ItemList } from '../../server/shapes/item.ts'
import type { OutletList } from '../../server/shapes/outlet.ts'
import { findItem, type Desk, type Promises, type Visit } from './test-desk.ts'

/** A screen: how to come to it, and what must be there before it is judged. */
type Screen = { readonly path: string; readonly ready: string; readonly act?: (page: Page) => Promise<unknown> }

async function listScreens(desk: Desk): Promise<Record<string, Screen>> {
  const { id } = await findItem(desk, 'ar')
  const { captures } = await desk.ask<ItemDetail>(`/api/items/${id}`)
  assert.ok(captures.length > 0)
  const { items } = await desk.ask<ItemList>('/api/items?state=refused&limit=1')
  const { outlets } = await desk.ask<OutletList>('/api/outlets')
  return {
    inbox: { path: '/', ready: '.row[aria-rowindex]' },
    'inbox, peek': { path: '/', ready: '.row[aria-rowindex]', act: (page) => page.keyboard.press('Space') },
    'inbox of one outlet': { path: `/?outlet=${outlets[0]?.id}`, ready: '.row[aria-rowindex]' },
    'inbox, nothing found': { path: '/?language=fa&state=failed', ready: '.say' },
    'all keys': { path: '/', ready: '.row[aria-rowindex]', act: (page) => page.keyboard.press('?') },
    reader: { path: `/items/${id}`, ready: '.article .text' },
    'reader, page as preserved': {
      path: `/items/${id}`,
      ready: '.article .text',
      act: (page) => page.keyboard.press('2'),
    },
    'reader, versions': {
      path: `/items/${id}`,
      ready: '.article .text',
      act: async (page) => {
        if (!(await page.locator('.drawer').isVisible())) await page.keyboard.press('d')
        await page.getByRole('tab', { name: /Versions/ }).click()
      },
    },
    'reader, refused': { path: `/items/${items[0]?.id}`, ready: '.doubt' },
    search: { path: `/search?q=${encodeURIComponent('الساحل')}`, ready: '.res' },
    'search, wrong query': {
      path: '/search?q=after:never',
      ready: '.problems',
      act: (page) => page.getByRole('button', { name: 'operators' }).click(),
    },
    outlets: { path: '/outlets', ready: 'tbody tr' },
    outlet: { path: `/outlets/${outlets[0]?.id}`, ready: '.feed' },
    'outlet, statement': {
      path: `/outlets/${outlets[0]?.id}`,
      ready: '.feed',
      act: (page) => page.keyboard.press('n'),
    },
    'add an outlet': { path: '/add', ready: '.form' },
    'add a page': { path: '/add?way=page', ready: '.form' },
    'add a file': { path: '/add?way=file', ready: '.form' },
    'outlet, merge': {
      path: `/outlets/${outlets[0]?.id}`,
      ready: '.feed',
      act: (page) => page.getByRole('button', { name: 'Merge' }).click(),
    },
    'outlet, policy': {
      path: `/outlets/${outlets[0]?.id}`,
      ready: '.policy .kv',
      act: (page) => page.locator('.policy h2 button').click(),
    },
    'reader, find': {
      path: `/items/${id}`,
      ready: '.article .text',
      act: (page) => page.keyboard.press('/'),
    },
    'inbox, decided': { path: '/?by=time', ready: '.row[aria-rowindex]', act: (page) => page.keyboard.press('m') },
    'what we missed': { path: '/coverage', ready: '.coverage-group' },
    'saved searches': { path: '/searches', ready: '.say' },
    settings: { path: '/settings', ready: '.choice' },
    'clip, nothing': { path: '/clip', ready: '.say' },
    'add OPML': { path: '/add?way=opml', ready: '.form' },
    'add a register': { path: '/add?way=register', ready: '.form' },
    status: { path: '/status', ready: '.failure' },
  }
}

async function enter({ page, open }: Visit, { path, ready, act }: Screen): Promise<void> {
  await open(path)
  await page.locator(ready).first().waitFor()
  await act?.(page)
  await page.waitForTimeout(50)
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Runs in the page, where axe has been put. */
const runAxe = (options: RunOptions): Promise<AxeResults> =>
  (globalThis as unknown as { axe: Pick<typeof axe, 'run'> }).axe.run(document, options)

/** What axe found, as `rule: where`. @param rules all of WCAG 2.2 A and AA, or the named ones */
async function findBarriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options: RunOptions = {
    runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: [...WCAG] },
    iframes: false,
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate<AxeResults, RunOptions>(runAxe, options)
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  )
}

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** @param widths where nothing may scroll sideways */
const isClean =
  (viewport: typeof WIDE, widths: readonly number[]) =>
  async (visit: Visit): Promise<void> => {
    const { page, desk } = visit
    const found: string[] = []
    for (const [name, screen] of Object.entries(await listScreens(desk))) {
      const note = (how: string, words: readonly string[]) =>
        found.push(...words.map((each) => `${name}, ${how}: ${each}`))
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: 'light' })
      await enter(visit, screen)
      await page.evaluate(axe.source)
      note('light', await findBarriers(page))
      await page.emulateMedia({ colorScheme: 'dark' })
      // The dark has other colours and nothing else.
      note('dark', await findBarriers(page, ['color-contrast', 'link-in-text-block']))
      for (const width of widths) {
        await page.setViewportSize({ ...viewport, width })
        if (await scrollsSideways(page)) note(`${width} px`, ['scrolls sideways'])
      }
    }
    assert.deepEqual(found, [])
  }

export const accessPromises: Promises = {
  'on a desk every screen is free of barriers, light and dark, and none scrolls sideways': isClean(WIDE, [961, 2560]),
  'on a phone every screen is free of barriers, light and dark, and none scrolls sideways': isClean(PHONE, [360, 560]),
}
