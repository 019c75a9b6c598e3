// What the reader promises of excerpts: made on either side, in parts, by pointer or keys; changed, overtaken, taken back;
// never moved in silence.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Excerpt, ExcerptList } from '../../server/shapes/excerpt.ts'
import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import type { ItemDetail, ItemList, ItemRow } from '../../server/shapes/item.ts'
import type { TranslationList } from '../../server/shapes/translation.ts'
import { findBarriers } from './find-barriers.ts'
import { findItem, until, type Desk, type Promises } from './test-desk.ts'

const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1440, height: 900 }

/** Selects letters of the first block of the original, as a pointer does. */
const selectStart = (page: Page, start: number, end: number) =>
  page.evaluate(
    ([from, to]) => {
      const box = document.querySelector('.article .block .x')
      const words = box && document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode()
      if (words) document.getSelection()?.setBaseAndExtent(words, from ?? 0, words, to ?? 0)
    },
    [start, end],
  )

/** Drags a pointer over a translated sentence, from its beginning to the middle of its first line. */
async function dragOverTranslation(page: Page, at: number) {
  const box = await page
    .locator(`.paired .text .y :is([data-segment="${at}"], [data-sentence="${at}"])`)
    .first()
    .boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + 3, box.y + 12)
  await page.mouse.down()
  for (const share of [0.2, 0.4]) await page.mouse.move(box.x + box.width * share, box.y + 12, { steps: 4 })
  await page.mouse.up()
}

const form = (page: Page) => page.locator('.excerpt-form')
const strip = (page: Page, side: 'original' | 'translation') => page.locator(`.side-${side} .strip`)
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Makes what is selected an excerpt: the browser says a moment later that something is selected. */
async function takeIt(page: Page) {
  await page.getByRole('toolbar', { name: 'Excerpt', exact: true }).waitFor()
  await press(page, 'e')
  await form(page).waitFor()
}

const spineOf = (page: Page, { id }: Pick<Excerpt, 'id'>) => page.locator(`.spine-excerpt[data-excerpt="${id}"]`)

async function excerptsOf(desk: Desk, { id }: Pick<ItemRow, 'id'>): Promise<Excerpt[]> {
  return (await desk.ask<ExcerptList>(`/api/excerpts?item=${id}`)).excerpts
}

async function newestOf(desk: Desk, item: Pick<ItemRow, 'id'>): Promise<Excerpt> {
  const [excerpt] = await excerptsOf(desk, item)
  assert.ok(excerpt, 'no excerpt was kept')
  return excerpt
}

/** Every quotation stands letter by letter at its place. */
async function assertAnchored(desk: Desk, { id }: Pick<ItemRow, 'id'>, { parts }: Excerpt) {
  const { reading } = await desk.ask<ItemDetail>(`/api/items/${id}`)
  for (const part of parts)
    if (part.kind === 'quote') assert.equal(part.anchor.exact, reading?.text.slice(part.anchor.start, part.anchor.end))
}

/** The newest item of a language whose every sentence is translated. */
async function findTold(desk: Desk, language: string): Promise<ItemRow> {
  const { items } = await desk.ask<ItemList>(`/api/items?state=read&limit=20&language=${language}`)
  for (const item of items) {
    const { translations } = await desk.ask<TranslationList>(`/api/items/${item.id}/translations`)
    const [view] = translations
    if (view && view.segments.length > 2 && view.segments.every(({ target }) => target !== null)) return item
  }
  return assert.fail(`nothing in ${language} is wholly translated`)
}

/** An excerpt of the second sentence with its translation, as somebody has kept it. */
async function anExcerpt(desk: Desk, { id }: Pick<ItemRow, 'id'>): Promise<ExcerptDetail> {
  const { translations } = await desk.ask<TranslationList>(`/api/items/${id}/translations`)
  const [view] = translations
  const segment = view?.segments[1]
  assert.ok(view && segment?.target)
  return desk.ask<ExcerptDetail>('/api/excerpts', 'POST', {
    readingId: view.readingId,
    pieces: [{ kind: 'range', start: segment.start, end: segment.end }],
    translation: {
      language: view.to,
      parts: [{ kind: 'words', text: segment.target }],
      state: segment.state,
      by: 'human, sample',
      at: view.changedAt,
    },
  })
}

async function keepIt(page: Page, said = 'Excerpt kept.') {
  await page.getByRole('button', { name: 'Keep excerpt' }).click()
  await page.getByText(said).waitFor()
  await form(page).waitFor({ state: 'detached' })
}

const openPaired = async (page: Page) => {
  await page.locator('.paired .y :is([data-segment], [data-sentence])').first().waitFor()
  await page.locator('.keys').getByText('select sentences').waitFor()
}

export const excerptPromises: Promises = {
  'words selected in the original become an excerpt at their very place': async ({ desk, page, open }) => {
    const item = await findItem(desk, 'fa')
    const { reading } = await desk.ask<ItemDetail>(`/api/items/${item.id}`)
    await open(`/items/${item.id}`)
    await page.getByRole('button', { name: 'Translate by hand' }).waitFor()
    await selectStart(page, 2, 12)
    await takeIt(page)
    await page.getByLabel('Speaker').fill('Somebody')
    // The second is still being typed, and needs a line of its own: the button is pressed all the same.
    await page.getByLabel('Tags').fill('crossing of a border, trade in grain and flour')
    await keepIt(page)
    await page.getByRole('tab', { name: 'Excerpts' }).click()
    await page.getByRole('heading', { name: 'Somebody' }).waitFor()
    await page.getByText('stands', { exact: true }).waitFor()
    const excerpt = await newestOf(desk, item)
    await assertAnchored(desk, item, excerpt)
    assert.equal(excerpt.printed, reading?.text.slice(2, 12).trim())
    assert.deepEqual(excerpt.tags, ['crossing of a border', 'trade in grain and flour'])
  },
}

export const translatedExcerptPromises: Promises = {
  'a day with an excerpt: selected in the translation, elided, glossed, kept, changed, undone, withdrawn and back':
    async ({ desk, page, open }) => {
      const item = await findTold(desk, 'ar')
      await open(`/items/${item.id}`)
      await openPaired(page)
      await dragOverTranslation(page, 1)
      await takeIt(page)
      const whole = await strip(page, 'translation').textContent()
      await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'e')
      await strip(page, 'translation').locator('.is-elision').waitFor()
      await press(page, 'Enter')
      assert.equal(await strip(page, 'translation').textContent(), whole, 'what was left out is put back as it was')
      await press(page, 'Home', 'h', 'ArrowRight', 'ArrowRight', 'i')
      await page.keyboard.type('[of Niger]')
      await press(page, 'Enter')
      await strip(page, 'translation').getByText('[of Niger]').waitFor()
      await press(page, 'Escape')
      await page.getByText('Excerpt left unfinished.').waitFor()
      await press(page, 'u')
      await strip(page, 'translation').getByText('[of Niger]').waitFor()
      await page.getByLabel('Basket').fill('Sahel')
      await keepIt(page)
      const made = await newestOf(desk, item)
      await assertAnchored(desk, item, made)
      assert.match(made.translation?.printed ?? '', /^\[\p{L}\]\p{L}.* \[of Niger\]/u)
      assert.deepEqual([made.translation?.state, made.translation?.by], ['human', 'human, sample'])
      const { translations } = await desk.ask<TranslationList>(`/api/items/${item.id}/translations`)
      assert.equal(made.printed, translations[0]?.segments[1]?.source, 'it rests on the whole sentence of the original')

      await spineOf(page, made).click()
      await page.getByRole('toolbar', { name: 'Kept excerpt' }).waitFor()
      await press(page, 'e')
      await form(page).waitFor()
      await page.getByLabel('Speaker').fill('A minister')
      await keepIt(page, 'Excerpt changed.')
      assert.equal((await newestOf(desk, item)).id, made.id)
      assert.equal((await newestOf(desk, item)).speaker, 'A minister')
      await press(page, 'u')
      await until('the change is undone', async () => (await newestOf(desk, item)).speaker === null)
      const back = await newestOf(desk, item)
      assert.deepEqual([back.parts, back.translation?.parts], [made.parts, made.translation?.parts])

      await spineOf(page, made).click()
      await page.getByRole('toolbar', { name: 'Kept excerpt' }).getByRole('button', { name: 'Withdraw' }).click()
      const isThere = async () => (await excerptsOf(desk, item)).some(({ id }) => id === made.id)
      await page.getByText('Excerpt withdrawn.').waitFor() // from now on u takes this deed back
      assert.equal(await isThere(), false)
      await press(page, 'u')
      await until('it is back', isThere)
    },

  'by keys alone: two sentences, a third one added, words left out, what is typed as marks becomes parts': async ({
    desk,
    page,
    open,
  }) => {
    const item = await findTold(desk, 'zh')
    await open(`/items/${item.id}`)
    await openPaired(page)
    await press(page, 'v', 'v', 'V')
    await takeIt(page)
    await press(page, 'ArrowRight', 'Shift+ArrowRight', 'e')
    await strip(page, 'original').locator('.is-elision').waitFor()
    await press(page, 'ArrowRight', 'ArrowRight', 'i')
    await page.keyboard.type('…')
    await press(page, 'Enter')
    await until('both are parts', async () => (await strip(page, 'original').locator('.is-elision').count()) === 2)
    await press(page, 'u', 'U', 'v', 'v')
    await page.getByRole('toolbar', { name: 'Add passage' }).waitFor()
    await press(page, 'a')
    await strip(page, 'original').focus()
    await press(page, 'End', 'Enter')
    await page.getByText('Excerpt kept.').waitFor()
    const excerpt = await newestOf(desk, item)
    await assertAnchored(desk, item, excerpt)
    const kinds = excerpt.parts.map(({ kind }) => kind)
    assert.deepEqual(kinds.slice(0, 4), ['elision', 'quote', 'elision', 'quote'])
    assert.match(excerpt.printed, /^…\S+…\S/u, 'where there are no spaces, marks make none')
  },

  'what is copied from an excerpt is its printed form, and what is pasted is found in the page, marks as parts':
    async ({ desk, page, open }) => {
      const item = await findTold(desk, 'ru')
      const { reading } = await desk.ask<ItemDetail>(`/api/items/${item.id}`)
      const words = reading?.text.match(/\p{L}{4,}/gu) ?? []
      const pasted = `${words[0]} … ${words[3]} [that is] ${words[5]}`
      await open(`/items/${item.id}`)
      await openPaired(page)
      await press(page, 'v')
      await takeIt(page)
      await strip(page, 'original').evaluate((element, typed) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', typed)
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      }, pasted)
      await strip(page, 'original').locator('.is-insertion').waitFor()
      const copied = await strip(page, 'original').evaluate((element) => {
        const clipboardData = new DataTransfer()
        element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }))
        return clipboardData.getData('text/plain')
      })
      assert.equal(copied, pasted)
      await keepIt(page)
      const excerpt = await newestOf(desk, item)
      assert.equal(excerpt.printed, pasted)
      await assertAnchored(desk, item, excerpt)
    },

  'when somebody else was first, both versions stand side by side, and neither wins by itself': async (visit) => {
    const { desk, page, open } = visit
    visit.expect(/409/)
    const item = await findTold(desk, 'zh')
    const { id, revision } = await anExcerpt(desk, item)
    await open(`/items/${item.id}?excerpt=${id}`)
    await form(page).waitFor()
    await page.getByLabel('Note').fill('mine')
    await desk.ask<ExcerptDetail>(`/api/excerpts/${id}`, 'PATCH', { revision, note: 'theirs' })
    await page.getByRole('button', { name: 'Keep excerpt' }).click()
    const conflict = page.locator('.conflict')
    await conflict.getByText('theirs', { exact: true }).waitFor()
    assert.deepEqual(await conflict.locator('tbody tr').count(), 1)
    await conflict.getByRole('button').last().click()
    await page.getByText('Excerpt changed.').waitFor()
    const { note, revision: now } = await newestOf(desk, item)
    assert.deepEqual([note, now], ['mine', revision + 2])
  },

  'a sentence that is corrected later is offered to the excerpt, and taken over when a person says so': async ({
    desk,
    page,
    open,
  }) => {
    const item = await findTold(desk, 'ru')
    const { translations } = await desk.ask<TranslationList>(`/api/items/${item.id}/translations`)
    const [view] = translations
    assert.ok(view)
    const before = await anExcerpt(desk, item)
    const wish = { revision: view.revision, target: 'Words that were corrected.' }
    await desk.ask(`/api/translations/${view.id}/segments/1`, 'PATCH', wish)
    await open(`/items/${item.id}`)
    await openPaired(page)
    await page.getByRole('tab', { name: 'Excerpts' }).click()
    await page.getByText('The translation was changed since.').waitFor()
    assert.deepEqual((await newestOf(desk, item)).translation, before.translation, 'nothing is changed in silence')
    await page.getByRole('button', { name: 'Take it over' }).click()
    await page.getByText('Translation taken over').waitFor()
    assert.equal((await newestOf(desk, item)).translation?.printed, 'Words that were corrected.')
  },

  'the editor can be used by everyone, wide and narrow, in a language from right to left': async ({
    desk,
    page,
    open,
  }) => {
    const item = await findTold(desk, 'ar')
    const { id } = await anExcerpt(desk, item)
    for (const [language, viewport] of [
      ['en', WIDE],
      ['ar', PHONE],
    ] as const) {
      await page.setViewportSize(viewport)
      await page.addInitScript((spoken) => localStorage.setItem('dragoman.language', spoken), language)
      await open(`/items/${item.id}?excerpt=${id}`)
      await strip(page, 'original').waitFor()
      await strip(page, 'original').focus()
      await press(page, 'ArrowDown', 'i')
      await page.locator('.insertion-field').waitFor()
      assert.deepEqual(await findBarriers(page), [], language)
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      assert.equal(isWide, false, 'nothing scrolls sideways')
    }
    await page.evaluate(() => localStorage.removeItem('dragoman.language'))
    await page.setViewportSize(WIDE)
  },

  'when the page comes again with other words, the excerpt says where they are not, and is selected anew': async ({
    desk,
    page,
    open,
  }) => {
    const { items } = await desk.ask<ItemList>('/api/items?state=read&limit=100&language=fr')
    const item = items.find(({ title }) => title?.startsWith('Marée humaine'))
    assert.ok(item)
    await open(`/items/${item.id}`)
    await openPaired(page)
    await press(page, 'v')
    await takeIt(page)
    await keepIt(page)
    const before = await newestOf(desk, item)
    desk.press.advance()
    await desk.ask(`/api/items/${item.id}/captures`, 'POST')
    await until('its words are looked for', async () => (await newestOf(desk, item)).anchoring !== 'held')
    const astray = await newestOf(desk, item)
    assert.equal(astray.printed, before.printed, 'nothing moves by itself')
    await open(`/items/${item.id}`)
    await openPaired(page)
    await page.getByRole('tab', { name: 'Excerpts' }).click()
    await page.locator('.excerpt.astray .excerpt-report li').first().waitFor()
    await page.getByRole('button', { name: 'Select anew' }).click()
    await page.getByText('Select its passage in the text, then press e.').waitFor()
    await press(page, 'v')
    await takeIt(page)
    await keepIt(page, 'Excerpt changed.')
    const anew = await newestOf(desk, item)
    assert.equal(anew.anchoring, 'held')
    assert.notEqual(anew.readingId, before.readingId)
    assert.notEqual(anew.printed, before.printed)
    await assertAnchored(desk, item, anew)
  },
}
