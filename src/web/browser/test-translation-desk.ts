// What the translation desk promises: terms are written, brought in with their mistakes told by line, and taken back; the
// memory forgets and remembers again; a policy is set where the outlet is.

import assert from 'node:assert/strict'
import type { GlossaryView } from '../../server/shapes/glossary.ts'
import type { MemoryPage } from '../../server/shapes/memory.ts'
import type { OutletList } from '../../server/shapes/outlet.ts'
import type { PolicyRecord } from '../../server/shapes/policy.ts'
import { findBarriers } from './find-barriers.ts'
import { until, type Desk, type Promises } from './test-desk.ts'

const MISTAKEN = [
  'key,kind,note,ar,en,colour',
  'quay,place,,الرصيف القديم,the old quay,red',
  'bad,ghost,,شبح,ghost,',
  'half,place,,نصف,,',
  'twin,other,,ميناء رحمان,Rahman’s harbour,',
].join('\n')

const csv = { name: 'terms.csv', mimeType: 'text/csv', buffer: Buffer.from(MISTAKEN) }

const total = async (desk: Desk): Promise<number> => (await desk.ask<GlossaryView>('/api/glossary')).total

async function teach(desk: Desk, source: string, target: string) {
  const answer = await fetch(new URL('/api/memory/segments', desk.url), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: 'ar', to: 'en', source, target }),
  })
  assert.equal(answer.status, 200)
}

export const translationDeskPromises: Promises = {
  'a term is added by keys, a file comes in with its mistakes told by line, and both are undone': async (visit) => {
    const { desk, page, open } = visit
    const before = await total(desk)
    await open('/translation?part=glossary')
    await page.getByRole('button', { name: 'Add a term' }).waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('Language of name 1').fill('ar')
    await page.getByLabel('Name 1', { exact: true }).fill('ميناء رحمان')
    await page.getByLabel('Name 2', { exact: true }).fill('Port of Rahman')
    assert.equal(await page.getByLabel('Name 1', { exact: true }).getAttribute('dir'), 'rtl')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.term-row').filter({ hasText: 'Port of Rahman' }).locator('bdi[lang="ar"][dir="rtl"]').waitFor()
    assert.equal(await total(desk), before + 1)
    await page.getByRole('button', { name: 'Import and export' }).click()
    await page.locator('.glossary-files input[type=file]').setInputFiles(csv)
    await page.getByText('New: 2. Changed: 0. The same: 0. Problems: 3.').waitFor()
    const told = await page.locator('.plan-lines li').allTextContents()
    assert.deepEqual(
      told.map((words) => words.replace(/\D*(\d+).*/s, '$1')),
      ['1', '3', '4', '5'],
      'an unknown column, an unknown kind, one language only; and a name that two terms have',
    )
    assert.equal(await total(desk), before + 1, 'nothing was kept yet')
    await page.getByRole('button', { name: 'Take 2 terms' }).click()
    await page.getByText('Brought in terms: 2 new, 0 changed').waitFor()
    assert.equal(await total(desk), before + 3)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/^Undone: Brought in terms/).waitFor()
    assert.equal(await total(desk), before + 1)
    await page.getByRole('button', { name: /Undo/ }).click()
    await page.getByText(/^Undone: Added/).waitFor()
    assert.equal(await total(desk), before)
  },

  'a term that somebody changed meanwhile is shown as both versions, and neither is lost': async (visit) => {
    const { desk, page, open, expect } = visit
    const put = (note: string) =>
      fetch(new URL('/api/glossary/terms', desk.url), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          key: 'mole',
          kind: 'place',
          note,
          names: [
            { language: 'ar', text: 'الحاجز', status: 'agreed' },
            { language: 'en', text: 'the mole', status: 'agreed' },
          ],
        }),
      })
    await put('first')
    await open('/translation?part=glossary&q=mole')
    await page.getByRole('button', { name: /^Change .*الحاجز/ }).click()
    await page.getByLabel('Note').fill('mine')
    await put('theirs')
    expect(/409/)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.conflict').getByText('theirs', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Write mine over it' }).click()
    await page.locator('.term-row').getByText('mine').waitFor()
  },

  'the memory is asked for a sentence, forgets one, and undo brings it back as it was': async ({
    desk,
    page,
    open,
  }) => {
    await teach(desk, 'وصل 26 قاربا إلى الميناء القديم.', 'Some 26 boats reached the old port.')
    const known = async (): Promise<number> =>
      (await desk.ask<MemoryPage>('/api/memory/segments?q=reached+the+old+port')).segments.length
    await open('/translation?part=memory&from=ar&to=en')
    await page.getByLabel('Find a sentence').fill('وصل 27 قاربا إلى الميناء القديم.')
    await page.getByLabel('How').selectOption('like')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByText('83 % alike').waitFor()
    await page.getByRole('button', { name: 'Forget' }).first().click()
    await page.getByText(/^Forgotten:/).waitFor()
    await until('it is forgotten', async () => (await known()) === 0)
    await page.keyboard.press('u')
    await page.getByText(/^Undone: Forgotten/).waitFor()
    assert.equal(await known(), 1)
  },

  'without an engine it is told how one is set up, and an outlet can be kept from being translated': async (visit) => {
    const { desk, page, open } = visit
    await open('/translation')
    await page.getByText('No engine is set up.').waitFor()
    await page.getByText('"engine":"libretranslate"').waitFor()
    const { outlets } = await desk.ask<OutletList>('/api/outlets')
    const id = outlets[0]?.id ?? ''
    await open(`/outlets/${id}`)
    await page.locator('.policy h2 button').click()
    await page.getByLabel('Translation of new pages').selectOption('never')
    await page.locator('.policy').getByRole('button', { name: 'Save' }).click()
    await page.locator('.policy .kv').getByText('only when asked').waitFor()
    assert.equal((await desk.ask<PolicyRecord>(`/api/outlets/${id}/policy`)).policy.translate, 'never')
  },

  'every part of the translation desk is free of barriers, light and dark, and none scrolls sideways': async (
    visit,
  ) => {
    const { desk, page, open } = visit
    await teach(desk, 'غادرت القوارب ليلا.', 'The boats left at night.')
    const parts: Record<string, string> = {
      '/translation': '.setup-list',
      '/translation?part=work': '.work-head',
      '/translation?part=glossary': '.authority-filters',
      '/translation?part=memory': '.memory-sentence',
    }
    const found: string[] = []
    for (const [path, ready] of Object.entries(parts)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await open(path)
      await page.locator(ready).first().waitFor()
      if (path.endsWith('glossary')) await page.keyboard.press('n')
      found.push(...(await findBarriers(page)).map((words) => `${path}: ${words}`))
      for (const width of [360, 961]) {
        await page.setViewportSize({ width, height: 800 })
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        )
        if (isWide) found.push(`${path}: scrolls sideways at ${width} px`)
      }
    }
    assert.deepEqual(found, [])
  },
}
