// In: a host name. Out: its addresses, asked of the operating system once a minute at most.
// Why a memory: the system resolver works on two threads in all, so one dead name asked by a hundred jobs
// would hold up every other lookup. Addresses are vetted by the caller at every use, never here.

import { lookup } from 'node:dns/promises'

/** Looks a name up; rejects with the system's error (`code` ENOTFOUND, EAI_AGAIN …). */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>

const REMEMBERED_MS = 60_000
const MOST_NAMES = 2_000

/** A resolver that shares lookups under way and remembers answers, failures too, for a minute. */
export function createResolver(now: () => number, resolve: ResolveHost = askSystem): ResolveHost {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<readonly string[]> }>()
  return (hostname) => {
    const remembered = known.get(hostname)
    if (remembered && remembered.until > now()) return remembered.answer
    const answer = resolve(hostname)
    answer.catch(() => undefined)
    known.delete(hostname)
    known.set(hostname, { until: now() + REMEMBERED_MS, answer })
    const oldest = known.size > MOST_NAMES ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    return answer
  }
}

/** False when a name surely leads nowhere; a machine that is offline cannot tell, and then it may. */
export async function hostExists(hostname: string): Promise<boolean> {
  try {
    return (await askSystem(hostname)).length > 0
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOTFOUND')
  }
}

async function askSystem(hostname: string): Promise<readonly string[]> {
  const answers = await lookup(hostname, { all: true, order: 'verbatim' })
  return answers.map((answer) => answer.address)
}
