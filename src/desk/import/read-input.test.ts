import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateRawSync, crc32 } from 'node:zlib'
import type { ArticlePrint } from '../../domain/article.ts'
import { bytesAsSource } from '../../lib/byte-source.ts'
import { packRecord } from '../../lib/warc/encode-record.ts'
import { importText } from './import-text.ts'
import type { InputProblem, InputText } from './input-text.ts'
import { readInput, type InputTools } from './read-input.ts'
import { walkPage } from './walk-page.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const tools: InputTools = {
  readPdf: async () => ({ kind: 'unreadable', reason: 'The PDF holds no text; its pages are pictures.' }),
  readPicture: async () => null,
  now: () => Date.UTC(2026, 0, 1),
}

async function readAll(
  name: string,
  bytes: Uint8Array,
  given: Partial<InputTools> = {},
): Promise<(InputText | InputProblem)[]> {
  const found = []
  for await (const one of readInput(name, bytesAsSource(bytes), { ...tools, ...given })) found.push(one)
  return found
}

async function readOne(
  name: string,
  bytes: Uint8Array,
): Promise<{ documents: readonly ArticlePrint[]; input: InputText }> {
  const [input, ...more] = await readAll(name, bytes)
  assert.ok(input?.kind === 'text', JSON.stringify(input))
  assert.equal(more.length, 0)
  return { documents: importText(input.text).documents, input }
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const [problem] = await readAll(name, bytes)
  assert.ok(problem?.kind === 'problem', 'it was taken for a text')
  return problem.reason
}

const shape = (document: ArticlePrint | undefined): unknown => ({
  title: document?.title?.text,
  caption: document?.caption?.text,
  quote: document?.pullQuote?.text,
  body: document?.body.length,
  sources: document?.sources.map(({ outlet, url, excerpt }) => [outlet, url, excerpt.length]),
  references: document?.notes.flatMap((note) =>
    note.crossReferences.map(({ title, issue, url }) => [title, issue, url]),
  ),
  image: [document?.image?.source, document?.image?.attribution],
})

const expected = {
  title: 'Georgia Moves Its Customs Line Toward Anaklia',
  caption: 'Cranes at the unfinished port of Anaklia, May 2024.',
  quote: '“The line will run where the ships are, not where the offices were.”',
  body: 1,
  sources: [
    ['Dro-Zhami', 'https://dro-zhami.example/2024/05/14/anaklia', 1],
    ['Poti Observer', 'https://poti-observer.example/a/64210', 1],
  ],
  references: [
    ['Ports of the Black Sea Wait for Ships', '2023-10', 'https://digest.example/2024/ports/'],
    ['Batumi Dredges', '2023-03', 'https://digest.example/2023/batumi/'],
  ],
  image: ['Harbor Photos, https://pictures.example/File:Anaklia_Cranes.png', 'CC BY 4.0'],
}

test('a saved page gives its article, with the addresses that its links hide and without the site around it', async () => {
  const { documents } = await readOne('page.html', Buffer.from(fixture('saved-page.html')))
  assert.equal(documents.length, 1)
  assert.deepEqual(shape(documents[0]), expected)
})

test('an issue on one page gives each of its articles, and no teaser', async () => {
  const html = fixture('saved-page.html')
  const [before = '', rest = ''] = html.split('<article id="post-7"')
  const [article = '', after = ''] = rest.split('</article>')
  const second = article.replaceAll('Georgia Moves', 'Armenia Moves')
  const teaser = '<article><h2>Another Article</h2><p>Read it soon.</p></article>'
  const page = `${before}<article id="post-7"${article}</article>${teaser}<article id="post-8"${second}</article>${after}`
  const { documents } = await readOne('issue.html', Buffer.from(page))
  assert.deepEqual(
    documents.map(({ title, sources }) => [title?.text, sources.length]),
    [
      ['Georgia Moves Its Customs Line Toward Anaklia', 2],
      ['Armenia Moves Its Customs Line Toward Anaklia', 2],
    ],
  )
})

test('elements without end inside each other lose no word', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at}`)
  const text = walkPage(words.map((word) => `<div>${word}`).join(''))
  assert.ok(text.replace(/\s+/gu, '') === words.join(''))
  const plain = 'é&amp;a '.repeat(20_000)
  assert.ok(walkPage(`<p>${plain}</p>`).trim() === plain.replaceAll('&amp;', '&').trim())
})

test('a page cut in its middle says so and gives what is there', async () => {
  const html = fixture('saved-page.html')
  const { documents, input } = await readOne('page.html', Buffer.from(html.slice(0, html.indexOf('We wait, say'))))
  assert.match(input.notes.join(), /cut/u)
  assert.equal(documents[0]?.sources.length, 2)
})

test('a crawl gives an article for each page, once, and passes over pictures and pages that were not found', async () => {
  const response = (url: string, status: number, type: string, body: string): Promise<Uint8Array> =>
    packRecord({
      type: 'response',
      id: crypto.randomUUID(),
      date: Date.UTC(2025, 1, 1),
      fields: [
        ['WARC-Target-URI', url],
        ['Content-Type', 'application/http; msgtype=response'],
      ],
      head: Buffer.from(`HTTP/1.1 ${status} OK\r\nContent-Type: ${type}\r\n\r\n`),
      payload: Buffer.from(body),
      packing: 'fast',
    })
  const page = fixture('saved-page.html')
  const crawl = Buffer.concat([
    await response('https://digest.example/georgia/', 200, 'text/html; charset=utf-8', page),
    await response('https://digest.example/georgia/', 200, 'text/html; charset=utf-8', page),
    await response('https://digest.example/x.png', 200, 'image/png', 'PNG'),
    await response('https://digest.example/gone/', 404, 'text/html', '<h1>Gone</h1>'),
    Buffer.from('this is no record'),
  ])
  const found = await readAll('crawl.warc.gz', crawl)
  const texts = found.filter((one) => one.kind === 'text')
  assert.deepEqual(
    texts.map((one) => one.file),
    ['crawl.warc.gz, https://digest.example/georgia/'],
  )
  assert.deepEqual(shape(importText(texts[0]?.text ?? '').documents[0]), expected)
  assert.match(JSON.stringify(found), /problem/u)
})

/** A zip with these files (APPNOTE 6.3), enough for a Word document. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(22)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(Buffer.byteLength(name), 0)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, lengths, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, lengths, place, Buffer.from(name)]))
    bodies.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(bodies.length, 4)
  end.writeUInt16LE(bodies.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end])
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...inner: string[]): string => `<w:p>${inner.join('')}</w:p>`
const word = (...paragraphs: string[]): Record<string, string> => ({
  '[Content_Types].xml': '<Types/>',
  'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${paragraphs.join('')}</w:body></w:document>`,
  'word/_rels/document.xml.rels':
    '<Relationships><Relationship Id="r1" Target="https://dro-zhami.example/2024/05/14/anaklia"/></Relationships>',
  'word/endnotes.xml':
    '<w:endnotes><w:endnote w:id="-1"><w:p/></w:endnote><w:endnote w:id="2"><w:p><w:r><w:t>See: Nadia Perrin, “Batumi Dredges,” OE Watch, 03-2023.</w:t></w:r></w:p></w:endnote></w:endnotes>',
})
const georgia = word(
  paragraph(run('Georgia Moves Its Customs Line Toward Anaklia')),
  paragraph(run('“The line will run where the ships are, not where the offices were.”')),
  paragraph(
    run('Georgia has spoken of a deep-sea port at '),
    '<w:del><w:r><w:delText>Poti</w:delText></w:r></w:del>',
    run('Anaklia since 2016, and dredging began in 2024.'),
    '<w:r><w:endnoteReference w:id="2"/></w:r>',
  ),
  paragraph(run('Sources:')),
  paragraph(
    '<w:hyperlink r:id="r1">',
    run('“ხაზი (The Line Toward Anaklia),”'),
    '</w:hyperlink>',
    run(' Dro-Zhami (independent Tbilisi daily), 14 May 2024.'),
  ),
  paragraph(run('The line will run where the ships are, not where the offices were, the minister said.')),
)

test('a Word document gives its article: endnotes with their markers, addresses of links, no deleted words', async () => {
  const { documents, input } = await readOne('digest.docx', zip(georgia))
  assert.equal(documents.length, 1)
  assert.equal(documents[0]?.sources[0]?.url, 'https://dro-zhami.example/2024/05/14/anaklia')
  assert.deepEqual(documents[0]?.markers, ['i'])
  assert.equal(documents[0]?.notes[0]?.crossReferences[0]?.title, 'Batumi Dredges')
  assert.doesNotMatch(input.text, /Poti/u)
})

test('a Word document with macros is read without them, and that is said', async () => {
  const { documents, input } = await readOne(
    'digest.docm',
    zip({ ...georgia, 'word/vbaProject.bin': 'Sub AutoOpen()' }),
  )
  assert.equal(documents.length, 1)
  assert.match(input.notes.join(), /macros/u)
})

test('a Word document that ends in the middle is read as far as it goes, and that is said', async () => {
  const body = georgia['word/document.xml'] ?? ''
  const torn = { ...georgia, 'word/document.xml': body.slice(0, body.indexOf('14 May 2024') + 11) }
  const { documents, input } = await readOne('digest.docx', zip(torn))
  assert.equal(documents.length, 1)
  assert.match(input.notes.join(), /breaks off before its end/u)
  const closed = { ...georgia, 'word/document.xml': `${body}\n<!-- made by a machine -->\n` }
  assert.deepEqual((await readOne('digest.docx', zip(closed))).input.notes, [])
  assert.deepEqual((await readOne('digest.docx', zip(georgia))).input.notes, [])
})

test('what cannot be read says why, in words for the person who brought it', async () => {
  assert.match(await refusal('empty.txt', Buffer.alloc(0)), /empty/u)
  assert.match(await refusal('blank.txt', Buffer.from(' \n\n\u00a0\n')), /white space/u)
  assert.match(
    await refusal('x.bin', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 37) % 256))),
    /no text/u,
  )
  assert.match(await refusal('x.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])), /old format/u)
  assert.match(await refusal('x.rtf', Buffer.from('{\\rtf1 text}')), /Rich Text/u)
  assert.match(await refusal('x.zip', zip({ 'a.txt': 'a' })), /zip/u)
  assert.match(await refusal('broken.docx', zip(georgia).subarray(0, 900)), /cannot be opened|damaged/u)
  assert.match(await refusal('x.pdf', Buffer.from('%PDF-1.7 …')), /pictures/u)
  assert.match(await refusal('x.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])), /picture/u)
  assert.match(
    await refusal('empty.html', Buffer.from('<!doctype html><html><body><script>x()</script></body></html>')),
    /no text/u,
  )
})

test('a text in any of the usual encodings says the same', async () => {
  const text = fixture('old-site.txt').replaceAll('Fahmy', 'Fahmÿ')
  const wanted = importText(text).documents.map(({ title, sources }) => [
    title?.text,
    sources.map((source) => source.titleOriginal),
  ])
  const got = async (bytes: Uint8Array): Promise<unknown> =>
    (await readOne('digest.txt', bytes)).documents.map(({ title, sources }) => [
      title?.text,
      sources.map((source) => source.titleOriginal),
    ])
  assert.deepEqual(await got(Buffer.from(`\ufeff${text}`)), wanted)
  assert.deepEqual(await got(Buffer.from(`\ufeff${text}`, 'utf16le')), wanted)
  assert.deepEqual(await got(Buffer.from(text, 'utf16le')), wanted)
  assert.deepEqual(await got(toWindows1252(text)), wanted)
})

test('a single zero byte is left out of a text, and that is said', async () => {
  const text = fixture('new-site.txt')
  const at = text.indexOf(' ', 300)
  const { input } = await readOne('slip.txt', Buffer.from(`${text.slice(0, at)}\0${text.slice(at)}`))
  assert.equal(input.text, text)
  assert.deepEqual(input.notes, ['1 zero byte was left out.'])
})

test('a text that was decoded wrongly before it was saved is read as it is, and that is said', async () => {
  const twice = new TextDecoder('windows-1252').decode(Buffer.from(fixture('stripped.txt')))
  const { input } = await readOne('digest.txt', Buffer.from(twice))
  assert.match(input.notes.join(), /decoded wrongly/u)
})

function toWindows1252(text: string): Buffer {
  const special = new Map([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((mark) => [mark, new Map<string, number>()]))
  const decoder = new TextDecoder('windows-1252')
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  assert.ok(special.size > 20)
  return Buffer.from([...text].map((letter) => codes.get(letter) ?? 63))
}

test('a picture is read where a program for that is installed, and it is said that a machine read it', async () => {
  const [found] = await readAll('x.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), {
    readPicture: async () => 'Kenya Tests Its Rail Guards\n\nGuards ride with the grain.',
  })
  assert.ok(found?.kind === 'text')
  assert.match(found.notes.join(), /machine/u)
})
