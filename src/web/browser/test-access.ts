// Every screen can be used by everyone: WCAG 2.2 A and AA as far as axe can tell, in light and dark, wide and narrow,
// and none scrolls sideways.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ItemDetail, ItemList } from '../../server/shapes/item.ts'
import type { OutletList } from '../../server/shapes/outlet.ts'
import { findBarriers } from './find-barriers.ts'
import { findItem, type Desk, type Promises, type Visit } from './test-desk.ts'

/** A screen: how to come to it, and what must be there before it is judged. */
export type Screen = {
  readonly path: string
  readonly ready: string
  readonly act?: (page: Page) => Promise<unknown>
}
export type Screens = Readonly<Record<string, Screen>>

async function listScreens(desk: Desk): Promise<Screens> {
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

export const WIDE = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Made of the same parts as their neighbours: on a phone only their width is looked at. */
const ALIKE: ReadonlySet<string> = new Set([
  'inbox of one outlet',
  'inbox, decided',
  'inbox, nothing found',
  'outlet, merge',
  'search, wrong query',
  'add a page',
  'add a file',
  'add OPML',
  'add a register',
  'clip, nothing',
  'saved searches',
])

type Look = {
  readonly viewport: typeof WIDE
  /** Where nothing may scroll sideways. */
  readonly widths: readonly number[]
  /** Screens that axe need not see once more. */
  readonly alike?: ReadonlySet<string>
}

/** A promise that nothing keeps people out of the screens, in light and dark. */
export const areClean =
  (list: (desk: Desk) => Promise<Screens>, { viewport, widths, alike = new Set() }: Look) =>
  async (visit: Visit): Promise<void> => {
    const { page, desk } = visit
    const found: string[] = []
    for (const [name, screen] of Object.entries(await list(desk))) {
      const note = (how: string, words: readonly string[]) =>
        found.push(...words.map((each) => `${name}, ${how}: ${each}`))
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: 'light' })
      await enter(visit, screen)
      if (!alike.has(name)) found.push(...(await findBarriers(page)).map((words) => `${name}, ${words}`))
      for (const width of widths) {
        await page.setViewportSize({ ...viewport, width })
        if (await scrollsSideways(page)) note(`${width} px`, ['scrolls sideways'])
      }
    }
    assert.deepEqual(found, [])
  }

export const accessPromises: Promises = {
  'on a desk every screen is free of barriers, light and dark, and none scrolls sideways': areClean(listScreens, {
    viewport: WIDE,
    widths: [961, 2560],
  }),
  'on a phone every screen is free of barriers, light and dark, and none scrolls sideways': areClean(listScreens, {
    viewport: PHONE,
    widths: [360, 560],
    alike: ALIKE,
  }),
}
