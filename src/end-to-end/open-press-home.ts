// For tests: the sample press on loopback, and a home that knows its outlets and may ask them.

import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { sampleOutlets } from '../sample/outlets.ts'
import type { SampleOutlet } from '../sample/sample-outlet.ts'
import { servePress, type Press } from '../sample/serve-press.ts'
import { stockRegister } from '../sample/stock-register.ts'
import { now, openRecords } from '../tools.ts'
import { makeFolder, type Closing, type Settings } from './run-dragoman.ts'

export type PressHome = { readonly press: Press; readonly home: string; readonly settings: Settings }

/** The sample press without the outlet's wish to be asked once a second: tests have no time for it. */
export const hastyOutlets: readonly SampleOutlet[] = sampleOutlets.map((outlet) => ({
  ...outlet,
  robots: outlet.robots?.replaceAll(/^crawl-delay:.*\n?/gim, '') ?? null,
}))

/**
 * Serves the press and stocks a home with it.
 * @param folder where the home is made; a temporary one unless given
 * @param known the outlets that the home begins with
 * @param more further settings
 */
export async function openPressHome(
  t: Closing,
  paceSeconds = 0.002,
  folder?: string,
  known = hastyOutlets,
  more: Settings = {},
): Promise<PressHome> {
  const press = await servePress({ port: 0, outlets: hastyOutlets })
  t.after(() => press.close())
  const home = join(folder ?? (await makeFolder(t)), 'home')
  const settings = {
    ...more,
    DRAGOMAN_HOME: home,
    DRAGOMAN_PACE_SECONDS: String(paceSeconds),
    DRAGOMAN_ALLOW_HOSTS: JSON.stringify(
      press.hosts.map((host) => ({ host, address: press.address, port: press.port })),
    ),
  }
  const { db, queue, close } = await openRecords(readConfig(settings))
  await db.transaction().execute((tx) => stockRegister(tx, queue, known, now()))
  await close()
  return { press, home, settings }
}
