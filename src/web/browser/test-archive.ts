// What the archive promises: files are looked at before they come in, articles show what was found in them, boundaries move
// and move back, names are joined and parted again. The text is written for this test.

import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleDetail, ArticleList, FindingList } from '../../server/shapes/article.ts'
import type { AuthorityList, JoinList, JoinSuggestionList } from '../../server/shapes/authority.ts'
import { findBarriers } from './find-barriers.ts'
import { until, type Desk, type Promises } from './test-desk.ts'

const OLD_SITE = fileURLToPath(new URL('../../desk/import/fixtures/old-site.txt', import.meta.url))

const FERRIES = `Lindholm Orders <b>Ferries</b> For The Outer Islands

A ferry at the Lindholm quay.

“The islands will have their ferry \u202eyrref\u202c before the ice.”

Lindholm’s harbour board has ordered two ferries for the outer islands, harbour minister Goran Tverskoi said in March 2024.[i] According to the excerpted article from the Lindholm Post, Goran Tverskoi expects the first of them before winter. It is likely that the second will be late.

Sources:

“Two ferries ordered,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://tinyurl.com/lindholm2

The islands will have their ferry before the ice, Goran Tverskoi told the board on Monday.

The price was not named.

Notes:

[i] For more on ferries, see: Nadia Perrin, “Benin Counts Losses; Niger Shrugs,” OE Watch, 4-2023. https://digest.example/2023/benin-counts-losses/

Image Information:

Image: A ferry at the Lindholm quay.
Source: https://maps.example/File:Ferry.jpg
Attribution: CC BY 4.0

Outer Islands Count Their Ships Again

The quay at Outer Lindholm.

“We count ships because there are none.”

The islands’ council counted its ships again in May 2024, and harbour minister Göran Tverskoï said that the count was wrong. According to the excerpted article from Al-Manara, the council found four. Göran Tverskoï spoke of five.

Sources:

“Four ships or five,” Al-Manara (weekly of the outer islands), 8 May 2024. https://al-manara.example/2024/05/08/ships

We count ships because there are none, said the council. Göran Tverskoï spoke of five ships.

Image Information:

Image: The quay at Outer Lindholm.
Source: https://maps.example/File:Quay.jpg
Attribution: CC BY 4.0
`

const ferries = { name: 'ferries.txt', mimeType: 'text/plain', buffer: Buffer.from(FERRIES) }
const noText = {
  name: 'noise.bin',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from([0, 1, 2, 255, 254, 0, 7]),
}

async function findArticle(desk: Desk, words: string): Promise<ArticleDetail> {
  const { articles } = await desk.ask<ArticleList>('/api/articles?limit=100')
  const found = articles.find(({ title }) => title?.includes(words))
  assert.ok(found, words)
  return desk.ask<ArticleDetail>(`/api/articles/${found.id}`)
}

export const archivePromises: Promises = {
  'what a file holds is shown before anything comes in; then it comes in, and a second time changes nothing': async ({
    desk,
    page,
    open,
  }) => {
    const total = async () => (await desk.ask<ArticleList>('/api/articles')).total
    await open('/import')
    const choose = page.locator('input[type=file]')
    await choose.setInputFiles([ferries, noText])
    await page.getByRole('cell', { name: 'Lindholm Orders <b>Ferries</b> For The Outer Islands' }).waitFor()
    await page.getByRole('alert').filter({ hasText: 'noise.bin' }).waitFor()
    assert.equal(await total(), 0, 'nothing has come in yet')
    await page.getByRole('button', { name: 'Bring in 2 documents' }).click()
    await page.getByText('2 documents are in the archive.').waitFor()
    await choose.setInputFiles([OLD_SITE])
    await page.getByRole('button', { name: 'Bring in 5 documents' }).click()
    await page.getByText('5 documents are in the archive.').waitFor()
    assert.equal(await total(), 7)
    await open('/import')
    await choose.setInputFiles([OLD_SITE])
    await page.getByRole('heading', { name: basename(OLD_SITE) }).waitFor()
    await page.getByText('This file was brought in before. Nothing changes.').waitFor()
    assert.ok(await page.getByRole('button', { name: /^Bring in 0/ }).isDisabled())
  },

  'the archive is browsed by country and month, and what is found stands in a list': async ({ page, open }) => {
    await open('/archive')
    await page.getByRole('checkbox', { name: /^Niger/ }).click()
    await page.waitForURL(/country=NE/)
    await page.getByText('1 article', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Drop the filter: Niger' }).click()
    await page.getByText('7 articles', { exact: true }).waitFor()
    await page.getByRole('toolbar', { name: 'Articles by month' }).waitFor()
    await page.getByText('As a table').click()
    await page.getByRole('cell', { name: 'March 2024' }).waitFor()
  },

  'an article shows what the checks find beside the text, and a note is one step away and back': async ({
    desk,
    page,
    open,
  }) => {
    const { id, text } = await findArticle(desk, 'Ferries')
    const { findings } = await desk.ask<FindingList>(`/api/articles/${id}/findings`)
    assert.ok(findings.some(({ check }) => check === 'url-shortened'))
    await open(`/articles/${id}`)
    await page.getByRole('heading', { name: 'Lindholm Orders <b>Ferries</b> For The Outer Islands' }).waitFor()
    assert.equal(await page.locator('.printed-page b, .printed-page script').filter({ hasText: 'Ferries' }).count(), 0)
    await page.locator('.bidi-mark', { hasText: 'RLO' }).first().waitFor()
    await page.locator('.finding').filter({ hasText: 'url-shortened' }).locator('.phrase').click()
    const lit = page.locator('a.found.here')
    await lit.waitFor()
    assert.match(await lit.innerText(), /tinyurl/)
    await page.getByRole('link', { name: 'Note i', exact: true }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'note-i')
    await page.getByRole('link', { name: 'Back to the place of note i' }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'marker-i')
    await page.keyboard.press('o')
    await page.locator('.original-block[data-kind=citation]').first().waitFor()
    assert.equal((await findArticle(desk, 'Ferries')).text, text, 'nothing was mended by itself')
  },

  'an outlet that the register knows is one step away from the source that cites it': async ({ desk, page, open }) => {
    const { id } = await findArticle(desk, 'Count Their Ships')
    await open(`/articles/${id}`)
    await page.locator('.source-facts').getByRole('link', { name: 'Al-Manara', exact: true }).click()
    await page.waitForURL(/\/outlets\//)
  },

  'a boundary moves by the keyboard, the fields that change are shown, and undo brings the old back': async ({
    desk,
    page,
    open,
  }) => {
    const before = await findArticle(desk, 'Ferries')
    await open(`/articles/${before.id}?view=edit`)
    const boundary = page.getByRole('separator', { name: /^Boundary between Citation 1 and Excerpt 1/ })
    await boundary.focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('.field-changes dt', { hasText: 'Excerpt 1' }).waitFor()
    assert.equal((await findArticle(desk, 'Ferries')).revision, before.revision, 'looking saves nothing')
    await page.getByRole('button', { name: 'Save as a new state' }).click()
    await page.getByText(/^Moved boundaries in Lindholm/).waitFor()
    const moved = await findArticle(desk, 'Ferries')
    assert.equal(moved.revision, before.revision + 1)
    assert.notDeepEqual(moved.blocks, before.blocks)
    await page.keyboard.press('u')
    await page.getByText(/^Undone: Moved boundaries/).waitFor()
    assert.deepEqual((await findArticle(desk, 'Ferries')).blocks, before.blocks)
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByText('State 3').waitFor()
  },

  'who moves a boundary after somebody else is shown both readings, and neither is lost': async ({
    desk,
    page,
    open,
    expect,
  }) => {
    expect(/409/)
    const before = await findArticle(desk, 'Ferries')
    await open(`/articles/${before.id}?view=edit`)
    await page.getByRole('combobox', { name: 'Kind of Caption 1' }).selectOption('summary')
    await page.locator('.field-changes dt', { hasText: 'Summary' }).waitFor()
    const blocks = before.blocks.map((block) => (block.kind === 'pull-quote' ? { ...block, kind: 'body' } : block))
    const answer = await fetch(new URL(`/api/articles/${before.id}/revisions`, desk.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision: before.revision, blocks, signedBy: 'Somebody else' }),
    })
    assert.equal(answer.status, 201)
    await page.getByRole('button', { name: 'Save as a new state' }).click()
    await page.locator('.conflict').getByRole('cell', { name: 'Summary' }).waitFor()
    await page.locator('.conflict button').last().click()
    await page.getByText(/^Moved boundaries in Lindholm/).waitFor()
    const after = await findArticle(desk, 'Ferries')
    assert.equal(after.revision, before.revision + 2, 'both are in the history')
    assert.ok(after.blocks.some(({ kind }) => kind === 'summary'))
  },

  'two spellings of one name are joined by a person, and parted again by undo': async ({ desk, page, open }) => {
    const names = async () => (await desk.ask<AuthorityList>('/api/authorities?begins=G&kind=person')).total
    const { suggestions } = await desk.ask<JoinSuggestionList>('/api/joins/suggestions')
    const pair = suggestions.find(({ left, right }) => /Tversko/.test(left.name) && /Tversko/.test(right.name))
    assert.ok(pair, 'the two spellings are suggested')
    const before = await names()
    await open('/authorities')
    await page.getByLabel('Beginning of a name, in any script').fill('Goran')
    await page.locator('.authority-link', { hasText: 'Goran Tverskoi' }).click()
    await page.locator('.mention mark').first().waitFor()
    await page.getByRole('link', { name: 'What we said' }).click()
    await page.locator('.judgment').first().waitFor()
    await open('/authorities?view=joins')
    await page
      .locator('.suggestion')
      .filter({ hasText: 'Tverskoi' })
      .getByRole('button', { name: /^They are one/ })
      .click()
    await page
      .locator('.deed')
      .getByText(/^Joined .*Tversko/)
      .waitFor()
    await page.waitForFunction(
      () => document.activeElement?.closest('.suggestion') ?? !document.querySelector('.suggestion'),
    )
    await until('they are one', async () => (await names()) === before - 1)
    await page.keyboard.press('u')
    await page.getByText(/^Undone: Joined/).waitFor()
    assert.equal(await names(), before)
    assert.ok((await desk.ask<JoinList>('/api/joins')).joins.every(({ stands }) => !stands))
  },

  'a shortened address stands in the list of those to look at, with what to search by': async ({ page, open }) => {
    await open('/worklist?trouble=shortened')
    const line = page.locator('.worklist tbody tr').filter({ hasText: 'tinyurl.com/lindholm2' })
    await line.getByText('Two ferries ordered').waitFor()
    await line.getByRole('button', { name: 'Copy as a query' }).waitFor()
  },

  'an index shows its months without a row and the authors that may be one, and goes out as HTML, CSV and JSON':
    async ({ desk, page, open }) => {
      const { articles } = await desk.ask<ArticleList>('/api/articles?kind=index')
      const [index] = articles
      assert.ok(index)
      await open(`/indexes/${index.id}`)
      await page.getByText(/\d+ months without a row/).waitFor()
      await page.getByText('stands twice').waitFor()
      await open('/indexes?by=countries&of=NE')
      for (const form of ['HTML', 'CSV', 'JSON']) {
        const href = await page.getByRole('link', { name: form, exact: true }).getAttribute('href')
        const answer = await fetch(new URL(href ?? '', desk.url))
        assert.match(await answer.text(), /Niger Army Sends/)
      }
    },

  'every screen of the archive is free of barriers, light and dark, and none scrolls sideways': async (visit) => {
    const { desk, page, open } = visit
    const { id } = await findArticle(desk, 'Ferries')
    const { authorities } = await desk.ask<AuthorityList>('/api/authorities?begins=Goran&limit=1')
    const { articles } = await desk.ask<ArticleList>('/api/articles?kind=index')
    const screens: Record<string, string> = {
      '/archive': '.article-link',
      [`/articles/${id}`]: '.finding',
      [`/articles/${id}?view=edit`]: '.boundary',
      '/authorities?view=joins': '.suggestion',
      [`/authorities/${authorities[0]?.id}`]: '.mention',
      '/indexes?by=countries&of=NE': '.article-link',
      [`/indexes/${articles[0]?.id}`]: '.index-rows',
      '/worklist': '.worklist',
      '/import': '.earlier td',
    }
    const found: string[] = []
    for (const [path, ready] of Object.entries(screens)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await open(path)
      await page.locator(ready).first().waitFor()
      found.push(...(await findBarriers(page)).map((words) => `${path}: ${words}`))
      for (const width of [360, 961]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        )
        if (wide) found.push(`${path}: scrolls sideways at ${width} px`)
      }
    }
    assert.deepEqual(found, [])
  },
}
