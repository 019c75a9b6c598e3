// For tests: a desk that has taken in the sample press, in a process of its own, and one Chromium in front of it.
// Every promise gets a page of its own, and fails when the page complained of anything it had not said to expect.

import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { teachSample } from '../../cli/teach-sample.ts'
import { readConfig } from '../../config.ts'
import { openBrowser } from '../../end-to-end/open-browser.ts'
import { hastyOutlets, openPressHome } from '../../end-to-end/open-press-home.ts'
import { startDragoman, type Closing, type Settings, type Started } from '../../end-to-end/run-dragoman.ts'
import type { Press } from '../../sample/serve-press.ts'
import type { FeedRow } from '../../server/shapes/feed.ts'
import type { ItemList, ItemRow } from '../../server/shapes/item.ts'
import type { OutletDetail, OutletList } from '../../server/shapes/outlet.ts'
import type { Settings as DeskSettings } from '../../server/shapes/setting.ts'
import type { Status } from '../../server/shapes/status.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { now, openRecords } from '../../tools.ts'

/** An outlet the desk does not know at first, to be added by its address. */
export const STRANGER = 'warta-samudra.example'

const WIDE = { width: 1440, height: 900 }

export type Desk = {
  readonly url: string
  readonly press: Press
  readonly context: BrowserContext
  /** A question to the API, past the browser. */
  ask<Answer>(path: string, method?: 'GET' | 'POST' | 'PATCH', body?: unknown): Promise<Answer>
  /** Ends the server, as a person does with Ctrl-C. */
  stop(): Promise<void>
  /** Starts it again on the same home and port. */
  start(): Promise<void>
}

/** One person's look at the desk. */
export type Visit = {
  readonly desk: Desk
  readonly page: Page
  /** Goes to an address of the desk. */
  open(path: string): Promise<void>
  /** Complaints of the browser that belong to what is tried. */
  expect(complaint: RegExp): void
}

/** A promise in plain words, and what holds the desk to it. */
export type Promises = Readonly<Record<string, (visit: Visit) => Promise<void>>>

/** With these the desk puts in by itself what people have translated; it has no engine. */
const translated: Settings = {
  DRAGOMAN_ENGINES: JSON.stringify([{ engine: 'human' }]),
  DRAGOMAN_TRANSLATE_TO: 'en',
  DRAGOMAN_AUTO_TRANSLATE: 'true',
}

/** The memory learns the sample press's own translations, made by people. */
async function teachDesk(settings: Settings): Promise<void> {
  const { db, close } = await openRecords(readConfig(settings))
  await inTransaction(db, (tx) => teachSample(tx, hastyOutlets, now()))
  await close()
}

/** @param wish `isTranslated`: every page comes with its human translation, as in the demo */
export async function openDesk(t: Closing, { isTranslated = false } = {}): Promise<Desk> {
  const known = hastyOutlets.filter(({ host }) => host !== STRANGER)
  const opening = openBrowser('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
  const { press, settings } = await openPressHome(t, 0.002, undefined, known, isTranslated ? translated : {})
  if (isTranslated) await teachDesk(settings)
  const browser = await opening
  t.after(() => browser.close())
  // One context for all, so that faces and scripts are fetched once, as a person's browser does.
  const context = await browser.newContext({ viewport: WIDE, colorScheme: 'light', reducedMotion: 'reduce' })
  let running = await startServer(settings, '0')
  t.after(() => stopServer(running.started))
  const { url } = running
  const ask: Desk['ask'] = async (path, method = 'GET', body) => {
    const told =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await fetch(new URL(path, url), { method, ...told })
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`)
    return JSON.parse(await answer.text())
  }
  const desk: Desk = {
    url,
    press,
    context,
    ask,
    stop: () => stopServer(running.started),
    async start() {
      running = await startServer(settings, new URL(url).port)
    },
  }
  await settle(desk)
  return desk
}

async function startServer(settings: Settings, port: string): Promise<{ started: Started; url: string }> {
  const started = startDragoman(settings, ['start', '--port', port])
  const [, url = ''] = await started.says(/open at (http:\S+)/)
  return { started, url }
}

async function stopServer({ child, ended }: Started): Promise<void> {
  child.kill('SIGINT')
  await ended
}

/** Waits until everything that is due has been done. */
export async function settle(desk: Desk): Promise<void> {
  await until('the work is done', async () => {
    const { queue, counts } = await desk.ask<Status>('/api/status')
    const underWay = Object.values(queue).some(({ queued, running }) => queued + running > 0)
    return !underWay && counts.indexed > 0
  })
}

/** Asks again and again until it is so; fails in words after twenty seconds. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(`not within twenty seconds: ${what}`)
}

/** The browser's words about what a preserved page was kept from doing are no complaint about the desk. */
const ofPreservedPage = /\/api\/captures\/|Blocked script execution/

export async function visit(desk: Desk, body: (visit: Visit) => Promise<void>): Promise<void> {
  const page = await desk.context.newPage()
  page.setDefaultTimeout(8000)
  const complaints: string[] = []
  const expected: RegExp[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const words = `${message.text()} (${message.location().url})`
    if (!ofPreservedPage.test(words)) complaints.push(words)
  })
  try {
    await body({
      desk,
      page,
      open: async (path) => void (await page.goto(new URL(path, desk.url).href, { waitUntil: 'commit' })),
      expect: (complaint) => expected.push(complaint),
    })
    await untilSent(page)
    const surprises = complaints.filter((words) => !expected.some((complaint) => complaint.test(words)))
    assert.deepEqual(surprises, [], 'the browser complained')
  } finally {
    await page.close()
  }
}

/** Waits a little until what the person did has been answered: a page that is closed sooner is taken up by the next. */
async function untilSent(page: Page): Promise<void> {
  const waits = () => Object.keys(localStorage).some((key) => key.startsWith('dragoman.edit.'))
  for (let tries = 0; tries < 20; tries++) {
    if (!(await page.evaluate(waits).catch(() => false))) return
    await page.waitForTimeout(50)
  }
}

/** The language that the desk is to speak for everyone; null = as each browser asks. */
export async function speakTo(desk: Desk, language: 'ar' | null): Promise<void> {
  const { version } = await desk.ask<DeskSettings>('/api/settings')
  await desk.ask('/api/settings', 'PATCH', { version, language })
}

/** The newest item in a language that has been read. */
export async function findItem(desk: Desk, language: string): Promise<ItemRow> {
  const { items } = await desk.ask<ItemList>(`/api/items?state=read&limit=1&language=${language}`)
  const [item] = items
  assert.ok(item, `nothing in ${language}`)
  return item
}

/** All that are polled. */
export async function listFeeds(desk: Desk): Promise<FeedRow[]> {
  const { outlets } = await desk.ask<OutletList>('/api/outlets')
  const details = outlets.map(({ id }) => desk.ask<OutletDetail>(`/api/outlets/${id}`))
  const feeds = (await Promise.all(details)).flatMap(({ feedList }) => feedList)
  return feeds.filter(({ kind }) => kind !== 'single')
}
