// Starts the press in a process of its own, and asks it what it saw.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type PressPlan =
  /** Invented pages, or every .html or .html.gz file of `folder`, spread over the hosts; each host has a feed of its own. */
  | {
      readonly kind: 'pages'
      readonly hosts: number
      readonly pages: number
      readonly seed: number
      readonly folder: string | null
    }
  /** Empty feeds. */
  | { readonly kind: 'feeds'; readonly hosts: number }

/** A request as the press saw it arrive; milliseconds UTC, with fractions. */
export type Visit = { readonly host: string; readonly path: string; readonly at: number }

export type PressSays =
  | { readonly kind: 'open'; readonly port: number }
  | { readonly kind: 'log'; readonly visits: readonly Visit[] }

export type RunningPress = {
  readonly hosts: readonly string[]
  /** The hosts by name, for `allowHosts`. */
  readonly allowHosts: readonly { readonly host: string; readonly address: string; readonly port: number }[]
  readonly readLog: () => Promise<readonly Visit[]>
  readonly close: () => Promise<void>
}

export async function runPress(plan: PressPlan): Promise<RunningPress> {
  const child = fork(fileURLToPath(new URL('./press-process.ts', import.meta.url)), [JSON.stringify(plan)], {
    execArgv: [],
  })
  const hear = async (): Promise<PressSays> => (await once(child, 'message'))[0] as PressSays
  const opened = await hear()
  const port = opened.kind === 'open' ? opened.port : 0
  const hosts = Array.from({ length: plan.hosts }, (_, at) => `outlet-${at}.example`)
  return {
    hosts,
    allowHosts: hosts.map((host) => ({ host, address: '127.0.0.1', port })),
    async readLog() {
      const answer = hear()
      child.send('log')
      const heard = await answer
      return heard.kind === 'log' ? heard.visits : []
    },
    async close() {
      const gone = once(child, 'exit')
      child.send('end')
      await gone
    },
  }
}
