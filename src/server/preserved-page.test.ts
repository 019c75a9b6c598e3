import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeInert } from './make-inert.ts'
import { choosePageView } from './preserved-page.ts'
import { addTestItem, addTestOutlet, addTestVersion, askRaw, NOON, openTestDesk, type TestDesk } from './test-desk.ts'

let desk: TestDesk
let itemId: string
let captureId: string
before(async () => {
  desk = await openTestDesk()
  await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
  const added = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'a', text: 'the text as read' })
  itemId = added.itemId
  captureId = added.captureId
})
after(() => desk.close())

const HOSTILE = `<!doctype html><html><head><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="preload" as="script" href="https://evil.example/p.js"><link rel=preconnect href=//evil.example><script>alert(1)</script></head>
<body onload="alert(1)"><form action="https://evil.example/"><button>go</button></form><iframe src="https://evil.example/f"></iframe>
<img src="https://evil.example/i.png" onerror=alert(1)><a href='https://evil.example/a'>link</a></body></html>`

/** As the browser asks for the content of a frame of the desk. */
const FRAMED = () => ({
  host: `127.0.0.1:${desk.served.port}`,
  'sec-fetch-dest': 'iframe',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
})
const setPage = (id: string, text: string) => desk.pages.set(id, { kind: 'bytes', body: Buffer.from(text, 'latin1') })

test('a preserved page is shown under a policy by which it can run nothing and fetch nothing', async () => {
  setPage(captureId, HOSTILE)
  const page = await askRaw(desk, `/api/captures/${captureId}/page`, { headers: FRAMED() })
  assert.equal(page.status, 200)
  const policies = String(page.headers['content-security-policy']).split('; ')
  assert.deepEqual(policies.sort(), [
    "base-uri 'none'",
    "default-src 'none'",
    'font-src data:',
    "form-action 'none'",
    "frame-ancestors 'self'",
    'img-src data:',
    'sandbox', // without a single permission: no script, form, popup, download, no way up, an origin of its own
    "style-src 'unsafe-inline'",
  ])
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8')
  assert.equal(page.headers['x-content-type-options'], 'nosniff')
  assert.equal(page.headers['referrer-policy'], 'no-referrer')
  assert.equal(page.headers['cache-control'], 'no-store')
  assert.equal(page.headers['set-cookie'], undefined)
  assert.doesNotMatch(page.body, /(href|src)\s*=\s*["']?(https?:)?\/\//)
})

test('asked for in any other way the page is a file, byte for byte, and still under the policy', async () => {
  setPage(captureId, HOSTILE)
  const host = `127.0.0.1:${desk.served.port}`
  const ways: Record<string, string>[] = [
    {},
    { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
    { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-dest': 'script', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-dest': 'object', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' },
  ]
  for (const way of ways) {
    const page = await askRaw(desk, `/api/captures/${captureId}/page`, { headers: { host, ...way } })
    assert.equal(page.headers['content-type'], 'application/octet-stream', JSON.stringify(way))
    assert.equal(page.headers['content-disposition'], `attachment; filename="capture-${captureId}.html"`)
    assert.match(String(page.headers['content-security-policy']), /^sandbox; default-src 'none'/)
    assert.equal(page.body, HOSTILE)
  }
})

test('another site cannot frame a preserved page', async () => {
  const headers = { ...FRAMED(), 'sec-fetch-site': 'cross-site' }
  assert.equal((await askRaw(desk, `/api/captures/${captureId}/page`, { headers })).status, 403)
})

test('the letters are right, whatever the page says of its charset', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<meta charset=utf-8><p>'),
    Buffer.from([0xca, 0xd1, 0xcc, 0xe3, 0xc7, 0xe4]),
  ])
  desk.pages.set(captureId, { kind: 'bytes', body: bytes }) // windows-1256, as the reader found
  const page = await askRaw(desk, `/api/captures/${captureId}/page`, { headers: FRAMED() })
  assert.match(page.body, /ترجمان/)
})

test('what a publisher wrote never becomes one of our headers', async () => {
  const nasty = 'text/html\r\nset-cookie: a=b\r\ncontent-security-policy: default-src *'
  const id = await addTestVersion(desk, itemId, { title: 'n', text: 'n', at: NOON + 1, contentType: nasty })
  setPage(id, HOSTILE)
  for (const headers of [FRAMED(), { host: `127.0.0.1:${desk.served.port}` }]) {
    const page = await askRaw(desk, `/api/captures/${id}/page`, { headers })
    assert.equal(page.status, 200)
    assert.equal(page.headers['set-cookie'], undefined)
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
    assert.match(String(page.headers['content-type']), /^(text\/plain; charset=utf-8|application\/octet-stream)$/)
  }
})

test('a PDF is shown as the text read from it, and downloaded as it is', async () => {
  const id = await addTestVersion(desk, itemId, {
    title: 'p',
    text: 'words of the PDF',
    at: NOON + 2,
    contentType: 'application/pdf',
  })
  setPage(id, '%PDF-1.7 …')
  const shown = await askRaw(desk, `/api/captures/${id}/page`, { headers: FRAMED() })
  assert.equal(shown.headers['content-type'], 'text/plain; charset=utf-8')
  assert.equal(shown.body, 'words of the PDF')
  const file = await desk.ask(`/api/captures/${id}/page`)
  assert.match(file.headers.get('content-disposition') ?? '', /\.pdf"$/)
})

test('only what is harmless to look at is shown', () => {
  assert.equal(choosePageView('text/html; charset=x'), 'page')
  assert.equal(choosePageView('Application/XHTML+XML'), 'page')
  assert.equal(choosePageView(null), 'page')
  assert.equal(choosePageView('image/png'), 'image')
  for (const type of [
    'image/svg+xml',
    'application/javascript',
    'application/octet-stream',
    'video/mp4',
    'multipart/x-mixed-replace',
    'x',
  ]) {
    assert.equal(choosePageView(type), 'download', type)
  }
  for (const type of ['text/xml', 'application/rss+xml', 'text/javascript', 'application/pdf'])
    assert.equal(choosePageView(type), 'text', type)
})

test('a page whose bytes are gone says so', async () => {
  const id = await addTestVersion(desk, itemId, { title: 'g', text: 'g', at: NOON + 3 })
  const answer = await desk.ask(`/api/captures/${id}/page`)
  assert.equal(((await answer.json()) as { code: string }).code, 'evidence-fails')
})

test('every address leads into the page itself, however it is written', () => {
  const pairs: [string, string][] = [
    ['<a href="https://x.example/">', '<a href="#https://x.example/">'],
    ["<A HREF = '//x.example'>", "<A HREF = '#//x.example'>"],
    ['<a href=https://x.example>', '<a href=#https://x.example>'],
    ['<a title="a"href="/b">', '<a title="a"href="#/b">'],
    ['<iframe/src=x>', '<iframe/src=#x>'],
    ['<iframe\nsrc\n=\n"x">', '<iframe\nsrc\n=\n"#x">'],
    ['<a href="&#104;ttp://x.example">', '<a href="#&#104;ttp://x.example">'],
    ['<link rel=preconnect href=//x.example>', '<link rel=preconnect href=#//x.example>'],
    ['<svg><a xlink:href="x">', '<svg><a xlink:href="#x">'],
    ['<iframe srcdoc="&lt;iframe src=x&gt;">', '<iframe data-srcdoc="&lt;iframe src=#x&gt;">'],
    ['<set attributeName=href to=x>', '<set data-attributeName=href to=x>'],
  ]
  for (const [before, after] of pairs) assert.equal(makeInert(before), after)
})

test('pictures inside the page, places in it, and words about addresses stay', () => {
  for (const html of [
    '<img src="data:image/gif;base64,R0">',
    '<a href="#note">',
    '<img srcset="a.png 2x">',
    '<p>href and src</p>',
    '<p data-href="x">',
  ]) {
    assert.equal(makeInert(html), html)
  }
})

test('a page of a million addresses is made inert in time that grows with its length', () => {
  const html = '<a href="x" '.repeat(1_000_000)
  assert.equal(makeInert(html).length, html.length + 1_000_000)
  assert.equal(makeInert(` href${' '.repeat(200_000)}`).length, 200_005)
})
