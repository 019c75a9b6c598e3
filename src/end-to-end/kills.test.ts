// Twenty times the desk is killed at a random moment and started again. At the end everything is there exactly once,
// and nothing that was acknowledged at any time has gone. DRAGOMAN_TEST_SEED repeats a run's moments.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from 'node:test'
import { addFile, addPage } from '../collect/add-page.ts'
import { readConfig } from '../config.ts'
import { openSpool } from '../store/spool.ts'
import { homePlaces, now, openRecords } from '../tools.ts'
import { askRecords } from './ask-records.ts'
import { engineCosts, keepExcerpt, servePaidEngine, writeDigest, type PaidEngine } from './desk-work.ts'
import { digestIndex, findContradictions } from './find-contradictions.ts'
import { openPressHome } from './open-press-home.ts'
import { dragoman, dragomanJson, startDragoman, type Settings } from './run-dragoman.ts'
import { article } from './serve-hosts.ts'

const KILLS = 20
/** Slow enough that twenty short lives do not get to the end of the work. */
const PACE_SECONDS = 0.2
/** How long after its beginning, at most, a desk that works is killed. */
const WORK_MS = 400
/** After each death further versions of pages are asked for, so that there is always work. */
const PAGES_ASKED_AGAIN = 15

/** Numbers in [0, 1) that a seed repeats (Park and Miller's generator). */
function createRandom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Everything a person could have seen as done, each as one line. */
function listAcknowledged(home: string): Set<string> {
  const questions = [
    "select 'item ' || url from items",
    "select 'capture ' || id || ' ' || digest || ' ' || warc_file || ' ' || warc_offset from captures",
    "select 'reading of ' || capture_id from readings",
    "select 'custody ' || sequence || ' ' || digest from custody",
    "select 'poll of ' || url from feeds where last_polled_at is not null",
    "select 'article ' || title from articles",
    "select 'excerpt ' || id || ' ' || revision from excerpts where anchoring = 'holds'",
    "select 'translation ' || reading_id || ' ' || coalesce(title, '') from translations where title is not null",
    "select 'answer ' || answer_key from engine_answers",
  ]
  return new Set(questions.flatMap((query) => askRecords(home, query).map((row) => Object.values(row).join())))
}

/** Asks for one more version of pages that no visit is waiting for. @param expected versions by address, brought up to date */
async function askAgain(settings: Settings, home: string, expected: Map<string, number>): Promise<void> {
  const idle = askRecords(
    home,
    `select url, versions from items where versions > 0 and url like 'http%' and 'item:' || id not in (select key from jobs)
      order by versions, id limit ${PAGES_ASKED_AGAIN}`,
  )
  const config = readConfig(settings)
  const records = await openRecords(config)
  for (const { url, versions } of idle) {
    await addPage({ ...records, now, allowHosts: config.allowHosts }, { url: String(url), outletId: null })
    expected.set(String(url), Number(versions) + 1)
  }
  await records.close()
}

/** Hands over a file, as a person does. */
async function handOver(settings: Settings, number: number): Promise<void> {
  const config = readConfig(settings)
  const records = await openRecords(config)
  const bytes = Buffer.from(article(`Leaflet ${number}`, 'It was handed over at the gate.'))
  const file = { name: 'leaflet.html', contentType: 'text/html', bytes, url: null, outletId: null }
  await addFile({ ...records, spool: openSpool(homePlaces(config.home).spool), now, allowHosts: [] }, file)
  await records.close()
}

/** How long it takes until work is done on this machine, as busy as it is. */
async function measureStart(settings: Settings): Promise<number> {
  const started = performance.now()
  const { child, ended, says } = startDragoman(settings, ['collect'])
  await says(/feeds polled/)
  child.kill('SIGKILL')
  await ended
  return performance.now() - started
}

/** Starts a desk, or a collecting command, and kills it. False when it had ended before. */
async function liveAndDie(settings: Settings, words: readonly string[], lifeMs: number): Promise<boolean> {
  const { child, ended, written } = startDragoman(settings, words)
  await Promise.race([wait(lifeMs), ended])
  child.kill('SIGKILL')
  const { code, signal } = await ended
  assert.ok(signal === 'SIGKILL' || code === 0, `it ended by itself with ${code}:\n${written()}`)
  return signal === 'SIGKILL'
}

type OtherWork = { readonly engine: PaidEngine; readonly digests: readonly string[]; readonly excerpts: number }

/** Translations are whole and paid for once, digests are there once, excerpts stand where they stood. */
async function checkOtherWork(
  settings: Settings,
  home: string,
  { engine, digests, excerpts }: OtherWork,
): Promise<void> {
  const count = (query: string): number => Number(askRecords(home, query)[0]?.['n'])
  const { asked, again } = engine.sums()
  const { charged, lost } = engineCosts(home)
  assert.ok(again <= lost, `${again} letters were asked for twice; ${lost} are told as lost to kills`)
  assert.ok(asked <= charged && charged - asked <= lost, `asked ${asked}, charged ${charged}, lost ${lost}`)
  assert.equal(count('select count(*) as n from engine_claims'), 0)
  const foreign = "r.language is not null and r.language <> 'en' and r.text <> ''"
  assert.deepEqual(
    askRecords(
      home,
      `select i.url, t.state, t.reason from items i join readings r on r.id = i.reading_id
        left join translations t on t.reading_id = r.id and t.to_language = 'en'
        where ${foreign} and (t.state is null or t.state <> 'machine' or t.title is null)`,
    ),
    [],
    'every page is translated, whole',
  )
  const last = await dragoman(settings, 'import', ...digests)
  assert.equal(last.code, 0, last.notes)
  assert.equal(count('select count(*) as n from articles'), digests.length)
  assert.equal(count('select count(distinct title) as n from articles'), digests.length)
  assert.equal(count('select count(*) as n from excerpts'), excerpts)
  assert.equal(
    count(
      'select count(*) as n from (select 1 from excerpt_checks group by excerpt_id, reading_id having count(*) > 1)',
    ),
    0,
  )
}

test('twenty kills at random moments lose nothing and double nothing', async (t) => {
  const seed = Number(process.env['DRAGOMAN_TEST_SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`DRAGOMAN_TEST_SEED=${seed}`)
  const random = createRandom(seed)
  const press = await openPressHome(t, PACE_SECONDS)
  const { home } = press
  const engine = await servePaidEngine(t)
  const settings = engine.settings(press.settings)
  const digests: string[] = []
  const expected = new Map<string, number>()
  const moments: number[] = []
  let excerpts = 0
  const startMs = await measureStart(settings)
  let acknowledged = listAcknowledged(home)

  for (let kills = 0; kills < KILLS;) {
    // From before the records are opened until well into the work.
    const life = Math.round(startMs / 3 + random() * (startMs + WORK_MS))
    digests.push(await writeDigest(join(home, '..'), moments.length))
    const words =
      moments.length % 4 === 3
        ? ['import', ...digests.slice(-4)]
        : random() < 0.5
          ? ['collect']
          : ['start', '--port', '0']
    if (await liveAndDie(settings, words, life)) kills++
    moments.push(life)

    const present = listAcknowledged(home)
    const lost = [...acknowledged].filter((one) => !present.has(one))
    assert.deepEqual(lost, [], `lost after a kill at ${life} ms of ${words.join(' ')}; seed ${seed}`)
    acknowledged = present
    await askAgain(settings, home, expected)
    await handOver(settings, moments.length)
    if (await keepExcerpt(settings, home)) excerpts++
  }
  const captures = [...acknowledged].filter((one) => one.startsWith('capture')).length
  assert.ok(captures > 0, 'it was killed at work')
  t.diagnostic(`killed after ${moments.join(', ')} ms; ${captures} captures by then`)

  const unpaced = { ...settings, DRAGOMAN_PACE_SECONDS: '0' }
  const last = await dragoman(unpaced, 'collect', 'all')
  assert.equal(last.code, 0, `${last.out}\n${last.notes}`)
  await checkOtherWork(settings, home, { engine, digests, excerpts })
  assert.deepEqual(await findContradictions(home), [], `seed ${seed}`)
  const versions = askRecords(home, 'select url, versions from items where versions > 0')
  const wrong = versions.filter(({ url, versions }) => versions !== (expected.get(String(url)) ?? 1))
  assert.deepEqual(wrong, [], 'each page is kept once for each visit that was asked for')
  const leaflets = askRecords(home, "select count(distinct digest) as n from captures where url like 'file:%'")
  assert.equal(leaflets[0]?.['n'], moments.length, 'every file that was handed over is kept')
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
  const index = digestIndex(home)
  await dragomanJson(settings, 'rebuild', '--index-only')
  assert.equal(digestIndex(home), index, 'the index says what the readings say')
})
