// What the reader promises: the text in its own script, and what it rests on one key away.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { hastyOutlets } from '../../end-to-end/open-press-home.ts'
import { promisedUrl } from '../../sample/sample-outlet.ts'
import type { CaptureDetail } from '../../server/shapes/capture.ts'
import type { ItemDetail, ItemList } from '../../server/shapes/item.ts'
import { findItem, type Promises, type Visit } from './test-desk.ts'

/** The faces in which Chromium really draws the first paragraph, most glyphs first. */
async function facesOf(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.article .text p' })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.toSorted((a, b) => b.glyphCount - a.glyphCount).map(({ familyName }) => familyName)
}

const showsIn =
  (language: string, direction: 'rtl' | 'ltr', face: RegExp) =>
  async ({ desk, page, open }: Visit) => {
    const { id, title } = await findItem(desk, language)
    await open(`/items/${id}`)
    await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor()
    const text = page.locator('.article .text')
    assert.equal(await text.evaluate((box) => getComputedStyle(box).direction), direction)
    assert.equal((await text.getAttribute('lang'))?.split('-')[0], language)
    const [first = 'none'] = await facesOf(page)
    assert.match(first, face)
  }

async function openEvidence({ desk, page, open }: Visit): Promise<CaptureDetail> {
  const { id } = await findItem(desk, 'ar')
  const { captures } = await desk.ask<ItemDetail>(`/api/items/${id}`)
  await open(`/items/${id}`)
  await page.getByRole('button', { name: 'Verify now' }).waitFor()
  return desk.ask<CaptureDetail>(`/api/captures/${captures[0]?.id}`)
}

export const readerPromises: Promises = {
  'Arabic is read from the right, in Naskh': showsIn('ar', 'rtl', /Noto Naskh Arabic/),
  'Persian is read from the right, in Naskh': showsIn('fa', 'rtl', /Noto Naskh Arabic/),
  'Chinese is read from the left, in Song': showsIn('zh', 'ltr', /Noto Serif SC/),
  'Russian is read from the left, in the press’s Latin face': showsIn('ru', 'ltr', /Source Serif 4/),

  'the evidence panel shows the digest, the way and the place that the API tells': async (visit) => {
    const { page } = visit
    const capture = await openEvidence(visit)
    await page.getByRole('img', { name: `SHA-256 ${capture.digest}` }).waitFor()
    const panel = await page.locator('.evidence').innerText()
    assert.ok(panel.includes(capture.finalUrl.replace(/^https?:\/\//, '')))
    assert.ok(panel.includes(capture.place.file))
    await page.getByText(/\d+ header lines/).click()
    await page.locator('.headers dt', { hasText: /^content-type$/i }).waitFor()
  },

  '“Verify now” reads the bytes again and says that they hold': async (visit) => {
    const { page } = visit
    await openEvidence(visit)
    await page.getByRole('button', { name: 'Verify now' }).click()
    await page.getByText('Evidence holds').waitFor()
    await page.getByText(/All bytes were read again/).waitFor()
    await page.getByText(/2 custody entries|3 custody entries/).waitFor()
  },

  'a page captured again after it was edited shows what changed': async ({ desk, page, open }) => {
    const [edited] = hastyOutlets.flatMap((outlet) =>
      outlet.items.filter(({ revision }) => revision).map((item) => promisedUrl(outlet, item)),
    )
    const { items } = await desk.ask<ItemList>('/api/items?limit=200')
    await open(`/items/${items.find(({ url }) => url === edited)?.id}`)
    await page.getByRole('tab', { name: /Versions/ }).click()
    await page.getByRole('button', { name: 'Capture again now' }).click()
    await page.getByText('Captured again.').waitFor()
    await page.getByText('reworded', { exact: true }).waitFor()
    await page.keyboard.press('3')
    await page.locator('.changes ins').first().waitFor()
    await page.locator('.changes del').first().waitFor()
    assert.ok((await page.locator('.changes .unchanged').count()) > 0)
  },

  'an address of nothing says that there is no such item': async ({ page, open, expect }) => {
    expect(/404/)
    await open('/items/not-an-id')
    await page.getByText(/There is no such item here/).waitFor()
    assert.doesNotMatch(await page.locator('main').innerText(), /\[0-9a-f\]|pattern/)
  },
}
