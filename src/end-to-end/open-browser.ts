// For tests: a real Chromium, where there is one.

import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const path = places.find((place) => existsSync(place))

/** What to give `test` as `skip`: why there can be no browser test here, or false. */
export const noBrowser: string | false = path === undefined && 'no Chromium on this machine'

/** Opens it; the caller closes it. @param switches more of Chromium's own, as in `--host-resolver-rules=…` */
export async function openBrowser(...switches: string[]): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: path ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', ...switches],
  })
}
