import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPage } from '../read-page.ts'
import { agenciesIn, looksLikePerson, namesIn } from './clean-name.ts'

const prose =
  '<p>The harbour reopened on Friday, three days after the storm, and the first ferry left at dawn with its crew aboard.</p>'

async function bylineOf(head: string, beforeText: string, afterText = ''): Promise<readonly string[]> {
  const html = `<html lang="en"><head><title>Harbour reopens</title>${head}</head><body><article><h1>Harbour reopens</h1>${beforeText}${prose.repeat(4)}${afterText}</article></body></html>`
  const reading = await readPage(new TextEncoder().encode(html), {
    url: 'https://gull.example/harbour',
    contentType: 'text/html',
    budgetMs: 10_000,
    now: Date.parse('2024-05-04T09:00:00Z'),
  })
  return reading.byline
}

const linked = (thing: object): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

test('bylines give names, in many languages, and nothing else', () => {
  const cases: readonly (readonly [string, string[]])[] = [
    ['By Ada Bell and Carl Dunn', ['Ada Bell', 'Carl Dunn']],
    ['Von Ada Bell, Redakteurin', ['Ada Bell']],
    ['Par Ada Bell et Carl Dunn', ['Ada Bell', 'Carl Dunn']],
    ['Par Ada Bell, à Paris', ['Ada Bell']],
    ['بقلم: سعاد الحكيم', ['سعاد الحكيم']],
    ['إعداد: ليلى حسن ومحمد سعيد', ['ليلى حسن', 'محمد سعيد']],
    ['بقلم: محمد علي وليد خان', ['محمد علي وليد خان']],
    ['نویسنده: رضا کریمی', ['رضا کریمی']],
    ['Автор: Иван Петров', ['Иван Петров']],
    ['Текст: Ольга Смирнова, фото: Иван Петров', ['Ольга Смирнова']],
    ['Γράφει ο Γιώργος Παππάς', ['Γιώργος Παππάς']],
    ['記者 王小明', ['王小明']],
    ['本报记者 王小明 北京报道', ['王小明']],
    ['文：王小明 图：李四', ['王小明']],
    ['取材・文 山田太郎', ['山田太郎']],
    ['홍길동 기자 hong@daily.example', ['홍길동']],
    ['Redacción: Ana Gil', ['Ana Gil']],
    ['Redacción Diario Sur', ['Redacción Diario Sur']],
    ['Published 3 May 2024', []],
    ['desk@gull.example', []],
    ['Senior correspondent', []],
  ]
  for (const [text, names] of cases) assert.deepEqual(namesIn(text), names, text)
})

test('a person is told from a sentence, an office and a short name of an account', () => {
  for (const name of ['Ada Bell', 'Ludwig van Beethoven', 'Mohammed bin Salman al Saud', 'سعاد الحكيم', '王小明'])
    assert.ok(looksLikePerson(name), name)
  for (const name of ['Supported by one of our best friends', 'ada-bell', 'Gull'])
    assert.ok(!looksLikePerson(name), name)
})

test('whoever linked data names alone is joined by those who sign beside them, and not by authors of other stories', async () => {
  const head = linked({ '@type': 'NewsArticle', headline: 'Harbour reopens', author: { name: 'Ada Bell' } })
  const both = '<div><a rel="author" href="/a">Ada Bell</a></div><div><a rel="author" href="/b">Carl Dunn</a></div>'
  assert.deepEqual(await bylineOf(head, both), ['Ada Bell', 'Carl Dunn'])
  const far = `${prose.repeat(4)}<div>Other news</div><div><a rel="author" href="/c">Eve Fox</a></div>`
  assert.deepEqual(await bylineOf(head, '<div><a rel="author" href="/a">Ada Bell</a></div>', far), ['Ada Bell'])
})

test('who made a mere page in the system is not heard against the byline it prints', async () => {
  const head = linked({ '@type': 'WebPage', name: 'Harbour reopens', author: { name: 'Site Keeper' } })
  assert.deepEqual(await bylineOf(head, '<div class="meta"><p>Author</p><p>Ada Bell</p></div>'), ['Ada Bell'])
  assert.deepEqual(await bylineOf(head, ''), ['Site Keeper'])
})

test('where the outlet signs for itself, the names in bold above the text are the authors', async () => {
  const head = `<meta property="og:site_name" content="The Gull">${linked({ '@type': 'NewsArticle', headline: 'Harbour reopens', author: 'The Gull' })}`
  const names = await bylineOf(
    head,
    '<p>by <a rel="author" href="/x">The Gull</a></p><p><strong>Ada Bell/Carl Dunn</strong></p>',
  )
  assert.deepEqual(names, ['Ada Bell', 'Carl Dunn'])
})

test('the maker of a picture is not the author of the text', async () => {
  const credit =
    '<p class="meta"><span class="author-name"><a class="license-author" href="https://pictures.example/1">Eve Fox</a></span></p>'
  assert.deepEqual(await bylineOf('', `${credit}<p>By Ada Bell</p>`), ['Ada Bell'])
})

test('where nobody signs, the agency does', async () => {
  assert.deepEqual(agenciesIn('AFP / Reuters'), ['AFP', 'Reuters'])
  assert.deepEqual(agenciesIn('AFP reporters in Paris'), [])
  assert.deepEqual(await bylineOf('', '<p>AFP</p>'), ['AFP'])
})
