import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMemento } from './memento.ts'

const at = Date.UTC(2023, 8, 16, 12)

test('the address of a web archive tells what it keeps, and since when', () => {
  const pairs: [url: string, original: string | null, at: number | null][] = [
    [
      'https://web.archive.org/web/20230916120000/https://al-manara.example/1?a=b',
      'https://al-manara.example/1?a=b',
      at,
    ],
    ['https://web.archive.org/web/20230916120000id_/http:/al-manara.example/1', 'http://al-manara.example/1', at],
    ['https://web.archive.org/web/20230916120000if_/al-manara.example/1', 'http://al-manara.example/1', at],
    ['https://archive.ph/20230916120000/https://al-manara.example/1', 'https://al-manara.example/1', at],
    ['https://archive.is/2023.09.16-120000/https://al-manara.example/1', 'https://al-manara.example/1', at],
    ['https://archive.today/2023/https://al-manara.example/', 'https://al-manara.example/', Date.UTC(2023, 0, 1)],
    ['https://archive.ph/aB3dE', null, null],
    ['https://perma.cc/AB12-CD34', null, null],
    ['https://arquivo.pt/wayback/20230916120000/https://al-manara.example/1', 'https://al-manara.example/1', at],
    [
      'https://webarchive.nationalarchives.gov.uk/ukgwa/20230916120000/https://al-manara.example/',
      'https://al-manara.example/',
      at,
    ],
  ]
  for (const [url, original, when] of pairs) assert.deepEqual(readMemento(url), { url, original, at: when }, url)
})

test('an ordinary page is no preserved copy, whatever stands in its address', () => {
  for (const url of [
    'https://al-manara.example/web/20230916120000/https://other.example/',
    'https://web.archive.org.example/web/20230916120000/https://other.example/',
    'https://web.archive.org/',
    'https://web.archive.org/web/*/https://other.example/',
    'https://web.archive.org/web/20230916120000/javascript:alert(1)',
    'https://archive.ph/newest/https://other.example/',
    'file:///x',
    'nonsense',
  ])
    assert.equal(readMemento(url), null, url)
})

test('what a server says by the Memento protocol is believed, for any archive', () => {
  const url = 'https://keeper.example/copy/7'
  const headers: [string, string][] = [
    ['Memento-Datetime', 'Sat, 16 Sep 2023 12:00:00 GMT'],
    ['Link', '<https://keeper.example/tm>; rel="timemap", <https://al-manara.example/1,2>; rel="original timegate"'],
  ]
  assert.deepEqual(readMemento(url, headers), { url, original: 'https://al-manara.example/1,2', at })
  assert.deepEqual(readMemento(url, headers.slice(0, 1)), { url, original: null, at })
  assert.equal(readMemento(url, [['memento-datetime', 'yesterday']]), null)
  assert.equal(readMemento(url, [['Link', '<https://al-manara.example/1>; rel="original"']]), null)
})

test('a header without an end is read in no time', () => {
  const long = '<'.repeat(200_000)
  assert.equal(readMemento('https://keeper.example/', [['Link', long]]), null)
  const headers: [string, string][] = [
    ['memento-datetime', 'Sat, 16 Sep 2023 12:00:00 GMT'],
    ['Link', `${long}<https://x.example/>${'; rel=a'.repeat(50_000)}`],
  ]
  assert.equal(readMemento('https://keeper.example/', headers)?.original, null)
})
