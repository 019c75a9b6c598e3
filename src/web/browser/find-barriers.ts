// For tests: WCAG 2.2 A and AA as far as axe can tell, in light and dark.

import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Runs in the page, where axe has been put. */
const runAxe = (options: RunOptions): Promise<AxeResults> =>
  (globalThis as unknown as { axe: Pick<typeof axe, 'run'> }).axe.run(document, options)

/** What axe found, as `rule: where`. @param rules all of WCAG 2.2 A and AA, or the named ones */
async function runOnPage(page: Page, rules?: readonly string[]): Promise<string[]> {
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

/** What keeps people out of the page as it stands, as `light, rule: where`. The dark has other colours and nothing else. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(axe.source)
  const light = await runOnPage(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await runOnPage(page, ['color-contrast', 'link-in-text-block'])
  return [...light.map((words) => `light, ${words}`), ...dark.map((words) => `dark, ${words}`)]
}
