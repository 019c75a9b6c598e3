// What the reader promises to who works on a translation: whose words each sentence has, doubts by key, writing that is never
// lost, a history that can be gone back to.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ItemList } from '../../server/shapes/item.ts'
import type { TranslationHistory, TranslationList, TranslationView } from '../../server/shapes/translation.ts'
import { until, type Desk, type Promises } from './test-desk.ts'

const translated = (page: Page, at: number | 'title') => page.locator(`.paired .y [data-sentence="${at}"]`)
const box = (page: Page) => page.locator('.sentence-edit textarea')
const strip = (page: Page) => page.locator('.sentence-strip')

async function viewOf(desk: Desk, itemId: string, to = 'en'): Promise<TranslationView> {
  const { translations } = await desk.ask<TranslationList>(`/api/items/${itemId}/translations`)
  const view = translations.find((one) => one.to === to)
  assert.ok(view, `no translation into ${to}`)
  return view
}

/** The newest whole translation from a language. @param is what else it must have */
async function findView(desk: Desk, language: string, is: (view: TranslationView) => boolean = () => true) {
  const { items } = await desk.ask<ItemList>(`/api/items?state=read&language=${language}&limit=40`)
  for (const { id, translation } of items) {
    const view = translation && (await viewOf(desk, id))
    if (view?.state === 'human' && view.isCurrent && is(view)) return view
  }
  return assert.fail(`nothing translated from ${language}`)
}

/** The first sentence that another follows in its paragraph. */
async function pageBlockOfTwo(page: Page, open: (path: string) => Promise<void>, view: TranslationView) {
  await open(`/items/${view.itemId}`)
  await translated(page, 0).waitFor()
  const at = await page.evaluate(() => {
    const block = [...document.querySelectorAll('.paired .block')].find(
      (each) => each.querySelectorAll('.y [data-segment]').length > 1,
    )
    return block?.querySelector<HTMLElement>('.y [data-segment]')?.dataset['segment']
  })
  assert.ok(at, 'no paragraph of two sentences')
  return Number(at)
}

async function write(page: Page, at: number, words: string) {
  await translated(page, at).click()
  await page.keyboard.press('c')
  await box(page).fill(words)
  await page.keyboard.press('Enter')
  await translated(page, at).getByText(words).waitFor()
}

export const translationDeedPromises: Promises = {
  'each sentence says whose words it has, and the whole and the title do': async ({ desk, page, open }) => {
    const { itemId } = await findView(desk, 'es')
    await open(`/items/${itemId}`)
    await translated(page, 0).click()
    for (const place of ['.translation-bar', '.pair-head', '.sentence-strip'])
      await page.locator(place).getByText('human, sample').waitFor()
    assert.match((await translated(page, 0).getAttribute('title')) ?? '', /^by a person human, sample/)
  },

  'doubts are gone through by a key, let go on record, and taken up again': async ({ desk, page, open }) => {
    const { id, itemId, revision, segments } = await findView(desk, 'ar', (one) => one.segments.length > 1)
    const at = segments.length - 1
    const wrong = { revision, target: `${segments[at]?.target} It was 4711.` }
    const view = await desk.ask<TranslationView>(`/api/translations/${id}/segments/${at}`, 'PATCH', wrong)
    const [flag] = view.segments[at]?.flags ?? []
    assert.ok(flag)
    await open(`/items/${itemId}`)
    await translated(page, at).waitFor()
    await page.keyboard.press('N')
    await strip(page).getByText(flag.words).waitFor()
    const described = (await translated(page, at).getAttribute('aria-describedby')) ?? ''
    assert.match((await page.locator(`#${described}`).textContent()) ?? '', /\S/)
    const dismissals = async () => {
      const now = await viewOf(desk, itemId)
      return now.segments[at]?.flags.filter(({ dismissed }) => dismissed).length
    }
    await page.keyboard.press('y')
    await strip(page).getByText('Right as it is, says').waitFor()
    assert.equal(await dismissals(), 1)
    await page.keyboard.press('u')
    await until('the doubt is back', async () => (await dismissals()) === 0)
  },

  'a sentence goes back to an earlier wording, and the memory forgets what was taken back': async (visit) => {
    const { desk, page, open } = visit
    const view = await findView(desk, 'fa')
    const former = view.segments[0]?.target ?? ''
    await open(`/items/${view.itemId}`)
    await write(page, 0, 'Words of a slip')
    await translated(page, 0).click()
    await page.keyboard.press('H')
    await page.getByRole('dialog').getByText(former).waitFor()
    await page.getByRole('button', { name: 'Go back to this' }).click()
    await translated(page, 0).getByText(former).waitFor()
    const { revisions } = await desk.ask<TranslationHistory>(`/api/translations/${view.id}/history`)
    assert.deepEqual(
      revisions.slice(0, 2).map(({ deed, changes }) => [deed, changes.sentences[0]?.before.target]),
      [
        ['restored', 'Words of a slip'],
        ['corrected', former],
      ],
    )
    const query = new URLSearchParams({ from: view.from, to: 'en', text: view.segments[0]?.source ?? '' })
    const { matches } = await desk.ask<{ matches: { target: string }[] }>(`/api/memory/matches?${query}`)
    assert.equal(matches[0]?.target, former)
  },

  'a translation into another language is made by hand, sentence after sentence, with the terms at hand': async (
    visit,
  ) => {
    const { desk, page, open } = visit
    const view = await findView(desk, 'ru', ({ segments }) => segments.length > 2)
    await open(`/items/${view.itemId}`)
    await page.getByRole('combobox', { name: 'Language of the translation' }).selectOption('fr')
    await page.getByText('No translation into French yet.').waitFor()
    await page.getByRole('button', { name: 'Translate by hand' }).click()
    await page.getByText(`0 of ${view.segments.length} sentences`).waitFor()
    await translated(page, 0).click()
    await page.keyboard.press('w')
    await box(page).fill('Premiers mots')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('textbox', { name: 'Translation of sentence 2' }).waitFor()
    await page.keyboard.press('Alt+g')
    const form = page.getByRole('dialog')
    await form.getByLabel('Russian').fill(/\p{L}{3,}/u.exec(view.segments[1]?.source ?? '')?.[0] ?? '')
    await form.getByLabel('French').fill('le terme')
    await form.getByRole('button', { name: 'Add to the glossary' }).click()
    await page.locator('.sentence-aids').getByText('le terme').waitFor()
    await box(page).focus()
    await page.keyboard.press('Alt+1')
    assert.equal(await box(page).inputValue(), 'le terme')
    await page.keyboard.press('Enter')
    await translated(page, 1).getByText('le terme').waitFor()
    await page.getByText(`2 of ${view.segments.length} sentences`).waitFor()
    await page.reload({ waitUntil: 'commit' })
    await translated(page, 0).getByText('Premiers mots').waitFor()
    await page.getByRole('combobox', { name: 'Language of the translation' }).selectOption('en')
    await translated(page, 0)
      .getByText(view.segments[0]?.target ?? '')
      .waitFor()
  },

  'two sentences are joined into one, and undo takes them apart': async ({ desk, page, open }) => {
    const view = await findView(desk, 'fr', ({ segments }) => segments.length > 2)
    const sentences = async () => (await viewOf(desk, view.itemId)).segments.map(({ target }) => target)
    const before = await sentences()
    const block = await pageBlockOfTwo(page, open, view)
    await translated(page, block).click()
    await page.keyboard.press('c')
    await box(page).press('Alt+j')
    const joined = `${before[block]} ${before[block + 1]}`
    await until('they are one', async () => (await sentences())[block] === joined)
    await translated(page, block).getByText(joined).waitFor()
    await page.keyboard.press('u')
    await until('they are two', async () => (await sentences()).join() === before.join())
  },

  'two people at one sentence: what was written on older words is shown beside the newer': async (visit) => {
    const { desk, page, open, expect } = visit
    expect(/409/)
    const view = await findView(desk, 'pt')
    await open(`/items/${view.itemId}`)
    await translated(page, 0).click()
    await page.keyboard.press('c')
    await box(page).fill('My words')
    await fetch(new URL(`/api/translations/${view.id}/segments/0`, desk.url), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision: view.revision, target: 'Words of another', signedBy: 'A. Nother' }),
    })
    await page.keyboard.press('Enter')
    await page.locator('.conflict').getByText('Words of another').waitFor()
    await page.getByRole('button', { name: 'Write mine over it' }).click()
    await translated(page, 0).getByText('My words').waitFor()
  },

  'on a phone each sentence stands over its translation': async ({ desk, page, open }) => {
    const view = await findView(desk, 'zh-Hans', ({ segments }) => segments.length > 1)
    await page.setViewportSize({ width: 390, height: 844 })
    await open(`/items/${view.itemId}`)
    await translated(page, 1).waitFor()
    const tops = await page.evaluate(() =>
      [0, 1].flatMap((at) =>
        ['x', 'y'].map(
          (side) =>
            document.querySelector(`.paired .${side} [data-sentence="${at}"]`)?.getBoundingClientRect().top ?? 0,
        ),
      ),
    )
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    )
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
  },

  'words that are not saved outlive leaving, and a dead server': async ({ desk, page, open, expect }) => {
    expect(/ERR_|Failed to load resource/)
    const view = await findView(desk, 'ps')
    await open(`/items/${view.itemId}`)
    await translated(page, 0).click()
    await page.keyboard.press('c')
    await box(page).fill('Words on the way')
    await page.keyboard.press('Escape')
    await page.getByText('not saved yet: Words on the way').waitFor()
    await page.reload({ waitUntil: 'commit' })
    await page.getByText('not saved yet: Words on the way').waitFor()
    await translated(page, 0).click()
    await page.keyboard.press('c')
    await page.getByText('Your words that were not saved.').waitFor()
    await desk.stop()
    await box(page).press('Enter')
    await page.getByText('1 edit is kept here').waitFor()
    await desk.start()
    await until('the words have arrived', async () => {
      const now = await viewOf(desk, view.itemId)
      return now.segments[0]?.target === 'Words on the way'
    })
    await translated(page, 0).getByText('Words on the way').waitFor()
    await page.getByText('not saved yet').waitFor({ state: 'hidden' })
  },
}
