// What the page of all excerpts promises: both sides with their state, deeds on many with undo, a basket in its order,
// citations and files out, annotations in.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import type { ExcerptList } from '../../server/shapes/excerpt.ts'
import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { findBarriers } from './find-barriers.ts'
import { findItem, until, type Desk, type Promises } from './test-desk.ts'

const rows = (page: Page) => page.locator('.collection-row')

/** Three passages of the newest page in Arabic, under a tag of their own; with a machine's words beside the first. */
async function cutThree(desk: Desk, tag: string): Promise<ExcerptDetail[]> {
  const { id } = await findItem(desk, 'ar')
  const { reading } = await desk.ask<ItemDetail>(`/api/items/${id}`)
  assert.ok(reading)
  const made: ExcerptDetail[] = []
  for (const [index, start] of [0, 30, 60].entries()) {
    const translation = { language: 'en', text: 'Words of a machine […] here', state: 'machine', by: 'pivot 2' }
    const body = {
      readingId: reading.id,
      pieces: [{ kind: 'range', start, end: start + 20 }],
      speaker: `Speaker ${index + 1}`,
      tags: [tag],
      ...(index === 0 && { translation }),
    }
    made.push(await desk.ask<ExcerptDetail>('/api/excerpts', 'POST', body))
  }
  return made
}

const orderOf = async (desk: Desk, basket: string) =>
  (await desk.ask<ExcerptList>(`/api/excerpts?order=basket&basket=${encodeURIComponent(basket)}`)).excerpts.map(
    ({ id }) => id,
  )

const said = (page: Page, words: string): Locator => page.locator('.deed').getByText(words)

export const collectionPromises: Promises = {
  'every excerpt stands beside its translation and says whose words these are': async ({ desk, page, open }) => {
    const [first] = await cutThree(desk, 'both sides')
    await open('/excerpts?tag=both+sides')
    const row = rows(page).filter({ hasText: 'Speaker 1' })
    await row.locator('.translation-state').getByText('machine, not reviewed').waitFor()
    assert.match(await row.locator('.translation-state').innerText(), /pivot 2/)
    assert.equal(await row.locator('blockquote[lang=ar]').getAttribute('dir'), 'rtl')
    assert.equal(await row.locator('blockquote[lang=ar]').innerText(), first?.printed)
    assert.equal(await row.locator('blockquote[lang=en]').innerText(), 'Words of a machine … here')
    await rows(page).filter({ hasText: 'Speaker 2' }).getByText('not translated').waitFor()
    assert.equal(await rows(page).count(), 3)
    await page.keyboard.press('/')
    await page.keyboard.type('machine')
    await until('the list is narrowed', async () => (await rows(page).count()) === 1)
    await page.keyboard.type(' of nobody')
    await page.getByRole('button', { name: 'Show all excerpts' }).click()
    const field = page.getByLabel('Words in excerpts')
    await until('the field follows the list', async () => (await field.inputValue()) === '')
    await until('all are there', async () => (await rows(page).count()) >= 3)
  },

  'many excerpts go into a basket at once, are moved there by key, and undo leads back step by step': async ({
    desk,
    page,
    open,
  }) => {
    const [a, b, c] = (await cutThree(desk, 'for ports')).map(({ id }) => id)
    await open('/excerpts?tag=for+ports')
    await rows(page).first().waitFor()
    await page.keyboard.press('a')
    await page.getByText('3 chosen').waitFor()
    await page.keyboard.press('b')
    await page.getByLabel('Basket', { exact: true }).fill('Ports & rivers')
    await page.keyboard.press('Enter')
    await said(page, '3 excerpts put into').waitFor()
    assert.deepEqual(await orderOf(desk, 'Ports & rivers'), [c, b, a], 'in the order in which they were shown')
    await page.getByRole('checkbox', { name: /Ports & rivers/ }).click()
    await page.getByText('in the order of the basket').waitFor()
    await rows(page).first().locator('.words-cell').click()
    await page.keyboard.press('J')
    await said(page, 'Excerpt moved').waitFor()
    await until('it is moved', async () => (await orderOf(desk, 'Ports & rivers')).join() === [b, c, a].join())
    await rows(page).nth(0).getByText('Speaker 2').waitFor()
    await rows(page).nth(2).locator('.handle').dragTo(rows(page).nth(0))
    await until('it is dragged', async () => (await orderOf(desk, 'Ports & rivers')).join() === [a, b, c].join())
    await rows(page).nth(0).getByText('Speaker 1').waitFor()
    await page.keyboard.press('u')
    await until('that is undone', async () => (await orderOf(desk, 'Ports & rivers')).join() === [b, c, a].join())
    await page.keyboard.press('u')
    await until('it is moved back', async () => (await orderOf(desk, 'Ports & rivers')).join() === [c, b, a].join())
    await page.keyboard.press('u')
    await until('the basket is empty', async () => (await orderOf(desk, 'Ports & rivers')).length === 0)
  },

  'a use is written down and taken back, and the record of both stays': async ({ desk, page, open }) => {
    const [first] = await cutThree(desk, 'used once')
    await open('/excerpts?tag=used+once&q=Speaker+1')
    await rows(page).first().waitFor()
    await page.keyboard.press('w')
    await page.getByLabel('Used in').fill('River states, issue 10')
    await page.keyboard.press('Enter')
    await rows(page).getByText('used once', { exact: true }).last().waitFor()
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('taken back by').waitFor()
    const { uses } = await desk.ask<ExcerptDetail>(`/api/excerpts/${first?.id}`)
    assert.deepEqual([uses.length, uses[0]?.place, uses[0]?.removed?.by], [1, 'River states, issue 10', 'desk'])
    await page.keyboard.press('u')
    await until('it counts again', async () => {
      const now = await desk.ask<ExcerptDetail>(`/api/excerpts/${first?.id}`)
      return now.uses[0]?.removed === null
    })
  },

  'citations are copied in the chosen form, and what is exported is known when it comes back': async ({
    desk,
    page,
    open,
  }) => {
    await cutThree(desk, 'handed out')
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(desk.url).origin })
    await open('/excerpts?tag=handed+out')
    await rows(page).first().waitFor()
    await page.getByLabel('Citations as').selectOption('chicago')
    await page.keyboard.press('Escape')
    await rows(page).first().locator('.words-cell').click()
    await page.keyboard.press('a')
    await page.keyboard.press('c')
    await said(page, '3 citations copied').waitFor()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    assert.equal(lines.length, 3)
    assert.match(lines[0] ?? '', /^1\. .*, https?:/)
    assert.ok((lines[1]?.length ?? 0) < (lines[0]?.length ?? 0), 'a source that is repeated is short')
    await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Web Annotations' }).click(),
    ])
    const path = await download.path()
    assert.equal((JSON.parse(await readFile(path, 'utf8')) as { total: number }).total, 3)
    await page.getByRole('button', { name: 'Import' }).click()
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText('3 here already').waitFor()
    assert.ok(await page.getByRole('button', { name: /^Bring in/ }).isDisabled())
    await page.keyboard.press('Escape')
    await page.getByLabel('Citations as').selectOption('digest')
  },

  'the page of excerpts is for everyone: wide, in the hand, with chosen ones and with an open sheet': async ({
    desk,
    page,
    open,
  }) => {
    await cutThree(desk, 'for everyone')
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await open('/excerpts?tag=for+everyone')
      await rows(page).first().waitFor()
      await page.keyboard.press('x')
      await page.keyboard.press(' ')
      await page.getByText('Not used yet.').waitFor()
      assert.deepEqual(await findBarriers(page), [], `${width} wide`)
      const isSideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      assert.equal(isSideways, false, `${width} wide`)
      await page.keyboard.press('t')
      await page.getByRole('dialog').waitFor()
      assert.deepEqual(await findBarriers(page), [], `the sheet, ${width} wide`)
      await page.keyboard.press('Escape')
    }
  },
}
