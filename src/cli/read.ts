// Reads a page or a file and shows what the reader makes of it. With --keep it goes into the desk as well.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addFile, addPage } from '../collect/add-page.ts'
import { DeskError } from '../domain/errors.ts'
import type { PageReading } from '../domain/reading.ts'
import { hostExists } from '../lib/resolve-host.ts'
import { openNetwork } from '../network.ts'
import { readPage } from '../read/read-page.ts'
import { openSpool } from '../store/spool.ts'
import { homePlaces, now } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const read: Command = {
  name: 'read',
  usage: 'read ADDRESS|FILE [--keep]  |  read --batch DIR --out FILE',
  maxWords: 1,
  about: 'Show what the reader makes of a page on the web or an HTML or PDF file.',
  details: [
    'Nothing is kept unless you say --keep.',
    'With --batch every page of a folder (ID.html, ID.html.gz, ID.pdf) is read on all cores; DIR/meta.json may tell where',
    'each was found: {"ID": {"url": "…", "captured": "2026-11-21"}}. FILE then holds {"ID": {title, articleBody, authors, published, language, …}}.',
  ].join('\n'),
  examples: [
    'dragoman read https://www.example.org/story',
    'dragoman read saved-page.html --url https://www.example.org/story --json',
  ],
  options: {
    batch: { type: 'string', value: 'DIR', about: 'Read a whole folder of pages' },
    out: { type: 'string', value: 'FILE', about: 'With --batch: where the result goes' },
    keep: {
      type: 'boolean',
      about: 'Also preserve it in the desk (read and indexed by the next collect, or by an open desk)',
    },
    url: { type: 'string', value: 'ADDRESS', about: 'For a file: where it was published' },
  },
  async run(input, out) {
    if (input.options['batch'] !== undefined) return readFolder(input, out)
    const [what] = input.words
    if (!what) throw new DeskError('bad-usage', 'Say what to read: dragoman read ADDRESS|FILE')
    const reading = /^https?:\/\//i.test(what) ? await readAddress(input, what) : await readOneFile(input, what)
    if (input.options['json'] === true) out.json(reading)
    else show(out, reading)
    return 0
  },
}

async function readFolder(input: CommandInput, out: Output): Promise<number> {
  const folder = textOption(input, 'batch')
  const outFile = textOption(input, 'out')
  if (folder === undefined || outFile === undefined)
    throw new DeskError('bad-usage', 'Say where the result goes: dragoman read --batch DIR --out FILE')
  const { readBatch } = await import('./read-batch.ts')
  const summary = await readBatch({ folder, outFile, config: configOf(input), stop: input.stop }, out)
  if (input.options['json'] === true) out.json({ ...summary, out: outFile, stopped: input.stop.aborted })
  else
    out.line(
      `${outFile}: ${summary.pages} pages in ${summary.seconds} s, ${summary.unreadable} unreadable, ${summary.outOfTime} out of time.`,
    )
  return input.stop.aborted ? 130 : 0
}

async function readAddress(input: CommandInput, url: string): Promise<PageReading> {
  const config = configOf(input)
  return withRecords(config, async (records) => {
    if (input.options['keep'] === true)
      await addPage({ ...records, now, allowHosts: config.allowHosts, hostExists }, { url, outletId: null })
    const network = openNetwork(config, records.db)
    const page = await network.fetchPage({ url }).finally(() => network.close())
    if (page.kind === 'failed') throw new DeskError('network', `${url}: ${page.reason}`)
    if (page.status < 200 || page.status > 299)
      throw new DeskError('network', `${url}: the server answered ${page.status}.`)
    return readPage(page.bytes, {
      url: page.url,
      contentType: page.contentType,
      headers: page.headers,
      budgetMs: config.pageBudgetSeconds * 1000,
      now: now(),
    })
  })
}

async function readOneFile(input: CommandInput, path: string): Promise<PageReading> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DeskError('bad-input', `${path} is neither a web address (http://…) nor a file that can be read.`, {
      cause,
    })
  })
  const config = configOf(input)
  const given = input.options['url']
  const url = typeof given === 'string' ? given : null
  const contentType = /\.pdf$/i.test(path) ? 'application/pdf' : 'text/html'
  if (input.options['keep'] === true) {
    const file = { name: basename(path), contentType, bytes, url, outletId: null }
    await withRecords(config, (records) =>
      addFile(
        { ...records, spool: openSpool(homePlaces(config.home).spool), now, allowHosts: config.allowHosts },
        file,
      ),
    )
  }
  return readPage(bytes, {
    url: url ?? pathToFileURL(path).href,
    contentType,
    budgetMs: config.pageBudgetSeconds * 1000,
    now: now(),
  })
}

function show(out: Output, reading: PageReading): void {
  out.line(reading.title ?? '(no title)')
  const { published, updated } = reading
  const lines: [string, string | null][] = [
    ['By', reading.byline.join(', ') || null],
    [
      'Published',
      published &&
        `${published.edtf}${published.literal ? ` (“${published.literal}”, ${published.calendar})` : ''} from ${published.from}`,
    ],
    ['Updated', updated && updated.edtf],
    ['Language', reading.language && `${reading.language} (${Math.round(reading.languageConfidence * 100)} %)`],
    ['Site', reading.siteName],
    ['State', reading.state === 'whole' ? null : `${reading.state}: ${reading.reason ?? ''}`],
  ]
  for (const [name, value] of lines) if (value) out.line(`${name}: ${value}`)
  for (const note of reading.notes) out.line(`Note: ${note}`)
  out.line()
  out.line(reading.text)
}
