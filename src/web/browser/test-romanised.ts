// What the reader promises of Latin letters: on demand, with the standard that wrote them and what the print leaves open.

import assert from 'node:assert/strict'
import type { ItemList } from '../../server/shapes/item.ts'
import type { Romanisation } from '../../server/shapes/romanisation.ts'
import type { Promises } from './test-desk.ts'

export const romanisedPromises: Promises = {
  'a title is shown in Latin letters when somebody asks, with its standard, and hidden again': async (visit) => {
    const { desk, page, open } = visit
    for (const [language, system] of [
      ['ar', 'BGN/PCGN 1956'],
      ['zh', 'ISO 7098:2015'],
    ] as const) {
      const { items } = await desk.ask<ItemList>(`/api/items?language=${language}`)
      const item = items.find(({ title }) => title !== null)
      assert.ok(item?.title, language)
      const asked = new URLSearchParams({ text: item.title, language: item.language ?? language, name: 'false' })
      const latin = await desk.ask<Romanisation>(`/api/romanisation?${asked}`)
      assert.ok(latin.kind === 'romanised')
      await open(`/items/${item.id}`)
      const button = page.locator('.pair-head .romanised button').first()
      await button.waitFor()
      assert.equal(await button.getAttribute('aria-expanded'), 'false')
      await button.click()
      const words = page.locator('.romanised-words').first()
      await words.waitFor()
      const said = (await words.textContent()) ?? ''
      assert.ok(said.includes(latin.text) && said.includes(system), said)
      await button.click()
      await words.waitFor({ state: 'detached' })
    }
  },
}
