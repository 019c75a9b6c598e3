// The outlets: list them, look at what an address offers, subscribe.

import { discover, type Discovery } from '../collect/discover.ts'
import { subscribeFeed } from '../collect/subscribe-feed.ts'
import type { Config } from '../config.ts'
import { DeskError } from '../domain/errors.ts'
import { newId } from '../domain/id.ts'
import { statementOn, type Outlet } from '../domain/outlet.ts'
import { hostOf } from '../lib/url.ts'
import { openNetwork } from '../network.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { addOutlet, findOutletByDomain, listOutlets } from '../store/outlets.ts'
import { listStatements } from '../store/statements.ts'
import { findFeedByUrl } from '../store/feeds.ts'
import { now, type Records } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const outlets: Command = {
  name: 'outlets',
  usage: 'outlets [list | add ADDRESS [--subscribe]]',
  maxWords: 2,
  about: 'List the outlets, or look at what an address offers and subscribe to it.',
  details:
    'Without --subscribe nothing is kept: you see which feeds and sitemaps there are and what they hold.\nWith it, the recommended ones are watched from now on.',
  examples: [
    'dragoman outlets',
    'dragoman outlets add https://www.example.org',
    'dragoman outlets add https://www.example.org --subscribe --name "The Example"',
  ],
  options: {
    subscribe: { type: 'boolean', about: 'Add the outlet and watch the recommended feeds' },
    all: { type: 'boolean', about: 'With --subscribe: watch every feed that was found' },
    name: { type: 'string', value: 'NAME', about: 'Name of the outlet, if it is not what its page says' },
  },
  run(input, out) {
    const config = configOf(input)
    const [deed = 'list', address] = input.words
    return withRecords(config, (records) => {
      if (deed === 'list') return list(input, out, records)
      if (deed === 'add' && address) return add(input, out, { config, records, address })
      throw new DeskError('bad-usage', 'Either “outlets” or “outlets add ADDRESS”. See: dragoman outlets --help')
    })
  },
}

async function list(input: CommandInput, out: Output, { db }: Records): Promise<number> {
  const all = await listOutlets(db)
  const statements = Map.groupBy(await listStatements(db), (statement) => statement.outletId)
  const rows = all.map((outlet) => ({
    ...outlet,
    descriptor: statementOn(statements.get(outlet.id) ?? [], 'descriptor', null)?.value ?? null,
  }))
  if (input.options['json'] === true) {
    out.json(rows)
    return 0
  }
  if (rows.length === 0) out.line('No outlets yet. Look at one: dragoman outlets add ADDRESS')
  for (const { name, nameAsPrinted, descriptor, domains, languages, country } of rows) {
    out.line(`${name}${nameAsPrinted ? ` · ${nameAsPrinted}` : ''}`)
    out.line(
      `  ${[descriptor ?? 'not described yet', country, languages.join(' '), domains.join(' ')].filter(Boolean).join(' · ')}`,
    )
  }
  return 0
}

type Addition = { readonly config: Config; readonly records: Records; readonly address: string }
type Found = Extract<Discovery, { kind: 'found' }>

async function add(input: CommandInput, out: Output, { config, records, address }: Addition): Promise<number> {
  const network = openNetwork(config, records.db)
  out.progress(`Looking at ${address}…`)
  const found = await discover(address, { fetch: network.fetchPage }, now()).finally(() => network.close())
  if (found.kind === 'failed') throw new DeskError('network', `${address}: ${found.reason} Nothing was added.`)
  const subscribed = input.options['subscribe'] === true ? await subscribe(input, records, found) : null
  if (input.options['json'] === true) out.json({ ...found, subscribed })
  else show(out, found, subscribed)
  return 0
}

async function subscribe(
  input: CommandInput,
  { db, queue }: Records,
  found: Found,
): Promise<{ outlet: string; feeds: string[] }> {
  const chosen = found.feeds.filter((feed) => feed.recommended || input.options['all'] === true)
  return inTransaction(db, async (tx) => {
    const host = hostOf(found.outlet.homepage)
    if (host === null) throw new DeskError('bad-input', `${found.outlet.homepage} is not a web address.`)
    const known = await findOutletByDomain(tx, host)
    const outlet = known ?? makeOutlet(input, found, host)
    if (!known) await addOutlet(tx, outlet)
    const added: string[] = []
    for (const feed of chosen) {
      if (await findFeedByUrl(tx, feed.url)) continue
      await subscribeFeed(tx, queue, { outletId: outlet.id, feed: { ...feed, conditionalGet: true }, now: now() })
      added.push(feed.url)
    }
    return { outlet: outlet.name, feeds: added }
  })
}

function makeOutlet(input: CommandInput, { outlet }: Found, host: string): Outlet {
  const name = input.options['name']
  const domain = host.replace(/^www\./, '')
  return {
    id: newId<'outlet'>(now()),
    name: typeof name === 'string' ? name : (outlet.name ?? domain),
    nameAsPrinted: outlet.nameAsPrinted,
    homepage: outlet.homepage,
    domains: [domain],
    languages: outlet.languages,
    country: outlet.country,
    createdAt: now(),
  }
}

function show(
  out: Output,
  { outlet, feeds, notes }: Found,
  subscribed: { outlet: string; feeds: string[] } | null,
): void {
  out.line(
    [outlet.name ?? 'Name not known', outlet.nameAsPrinted, outlet.languages.join(' '), outlet.country]
      .filter(Boolean)
      .join(' · '),
  )
  if (feeds.length === 0)
    out.line(
      'No feeds, sitemaps or lists of links were found. Single pages can be kept with: dragoman collect --page ADDRESS',
    )
  for (const feed of feeds) {
    out.line(`\n${feed.recommended ? '*' : ' '} ${feed.url}`)
    out.line(
      `    ${feed.kind}, ${feed.count} entries, newest ${feed.newestAt === null ? 'not dated' : new Date(feed.newestAt).toISOString().slice(0, 16)} · ${feed.how}`,
    )
    for (const { title, url } of feed.samples.slice(0, 3)) out.line(`    ${title ?? url}`)
    for (const note of feed.notes) out.line(`    ! ${note}`)
  }
  for (const note of notes) out.line(`! ${note}`)
  if (subscribed)
    out.line(
      subscribed.feeds.length === 0
        ? `\n${subscribed.outlet}: nothing new to watch; see what is watched with: dragoman feeds`
        : `\n${subscribed.outlet}: ${subscribed.feeds.length} feeds are watched from now on. Fetch them now with: dragoman collect`,
    )
  else if (feeds.length > 0) out.line('\nNothing was kept. Watch those marked * with: --subscribe')
}
