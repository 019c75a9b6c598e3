// For tests: the other work of a desk while its worker is killed again and again: an engine that is paid for translations,
// digests that come in, excerpts that rest on pages which are captured anew.

import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import type { ItemId } from '../domain/feed.ts'
import { anExcerpt } from '../desk/excerpts/test-pages.ts'
import { findReading } from '../store/readings.ts'
import { openRecords } from '../tools.ts'
import { askRecords } from './ask-records.ts'
import type { Closing, Settings } from './run-dragoman.ts'

const ENGINE_HOST = 'engine.example'

export type PaidEngine = {
  /** Settings of a desk that has it translate every page, and may reach it. */
  readonly settings: (hosts: Settings) => Settings
  /** Letters that it was asked to translate, and those among them that it had been asked before. */
  readonly sums: () => { asked: number; again: number }
}

/** LibreTranslate’s API on loopback. What it is asked counts as paid. */
export async function servePaidEngine(t: Closing): Promise<PaidEngine> {
  const times = new Map<string, number>()
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.url === '/languages') return void response.end('[]')
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { q } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { q: string[] }
      for (const sentence of q) times.set(sentence, (times.get(sentence) ?? 0) + 1)
      response.end(JSON.stringify({ translatedText: q.map(sayInEnglish) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return {
    settings: (hosts) => ({
      ...hosts,
      DRAGOMAN_ALLOW_HOSTS: JSON.stringify([
        ...(JSON.parse(hosts['DRAGOMAN_ALLOW_HOSTS'] ?? '[]') as object[]),
        { host: ENGINE_HOST, address: '127.0.0.1', port },
      ]),
      DRAGOMAN_ENGINES: JSON.stringify([{ engine: 'libretranslate', endpoint: `http://${ENGINE_HOST}:${port}` }]),
      DRAGOMAN_AUTO_TRANSLATE: 'true',
    }),
    sums() {
      const letters = (sentence: string): number => [...sentence].length
      const sums = { asked: 0, again: 0 }
      for (const [sentence, count] of times) {
        sums.asked += letters(sentence) * count
        sums.again += letters(sentence) * (count - 1)
      }
      return sums
    },
  }
}

const sayInEnglish = (_: string, at: number): string =>
  `The boat came to the port in the morning, and the people of the town were there: line ${at}.`

/** A digest of one document, as a text file. */
export async function writeDigest(folder: string, number: number): Promise<string> {
  const path = join(folder, `digest-${number}.txt`)
  await writeFile(
    path,
    `Bridge Number ${number} Waits For Its Trucks\n\n“We wait.”\n\nTrucks waited at bridge ${number} through the summer of 2023, as traders told the excerpted weekly of the town.\n\n“We wait,” Le Marché (weekly of Malanville), ${(number % 28) + 1} March 2023.\n\nWe wait, they said at bridge ${number}.\n`,
  )
  return path
}

/** Keeps the beginning of a page that is read and has no excerpt yet. False when there is none. */
export async function keepExcerpt(settings: Settings, home: string): Promise<boolean> {
  const [row] = askRecords(
    home,
    `select i.id, r.id as reading from items i join readings r on r.id = i.reading_id
      where length(r.text) > 80 and i.id not in (select item_id from excerpts) order by i.id limit 1`,
  )
  if (!row) return false
  const { db, close } = await openRecords(readConfig(settings))
  try {
    const reading = await findReading(db, String(row['reading']) as never)
    if (reading) await anExcerpt(db, { itemId: String(row['id']) as ItemId, reading }, reading.text.slice(0, 40))
    return reading !== undefined
  } finally {
    await close()
  }
}

/** What the records say of the engine: letters charged, and those whose answer a kill took. */
export function engineCosts(home: string): { charged: number; lost: number } {
  const [row] = askRecords(home, 'select sum(characters) as charged, sum(lost) as lost from engine_costs')
  return { charged: Number(row?.['charged'] ?? 0), lost: Number(row?.['lost'] ?? 0) }
}
