// For tests: pages that are odd and can be read all the same, or be said to hold nothing to read.

import { article, send, type Site } from './serve-hosts.ts'

/** Pages that are odd and can be read all the same. */
export const oddPages: Site = {
  '/nested': send(`<!doctype html><title>Deep</title>${'<div>'.repeat(1_000_000)}<p>At the bottom.</p>`),
  '/title': send(
    article('\0Markup &lt;script&gt;alert(1)&lt;/script&gt; and \u202Eeltit desrever\u202C', 'A tug went out.'),
  ),
  '/nul': send(article('Zeros', 'A tug\0 went\0 out.')),
  '/empty': send(''),
  '/binary': send(Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 256)), {
    'content-type': 'application/octet-stream',
  }),
}

/** What the pages of `charsets` say. */
export const sentence = {
  ru: 'Совет гавани собрался в понедельник и говорил о новом причале. ',
  ar: 'اجتمع مجلس الميناء يوم الاثنين وتحدث عن الرصيف الجديد. ',
}
const inCharset = (charset: 'koi8-r' | 'windows-1256', text: string): Uint8Array => {
  const letters = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? 63)
}
const page = (text: string): string =>
  `<html><head><title>Page</title></head><body><article>${`<p>${text.repeat(3)}</p>`.repeat(6)}</article></body></html>`
/** Pages whose letters are not in the charset that is claimed. */
export const charsets: Site = {
  '/koi8-not-said': send(inCharset('koi8-r', page(sentence.ru)), { 'content-type': 'text/html' }),
  '/1256-called-latin-1': send(inCharset('windows-1256', page(sentence.ar)), {
    'content-type': 'text/html; charset=iso-8859-1',
  }),
  '/utf-8-called-latin-1': send(page(sentence.ru), { 'content-type': 'text/html; charset=iso-8859-1' }),
  '/utf-8-broken': send(Buffer.concat([Buffer.from(page(sentence.ru)), Buffer.from([0xff, 0xfe, 0xd0])])),
}
