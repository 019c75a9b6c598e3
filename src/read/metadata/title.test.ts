import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHtml } from '../html/parse-html.ts'
import { gatherFacts } from './page-facts.ts'
import { chooseTitle, type TitleChoice } from './title.ts'

function choose(html: string, site: string | null = null, host = ''): TitleChoice {
  const tree = parseHtml(html)
  return chooseTitle(tree, gatherFacts(tree), site, host)
}

function titleOf(html: string, site: string | null = null, host = ''): string | null {
  return choose(html, site, host).title
}

const article = (headline: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline })}</script>`

test('the visible headline is the title, without the name of the site', () => {
  assert.equal(
    titleOf(
      '<title>Harbour reopens after storm | The Gull</title><h1>The Gull</h1><h1>Harbour reopens after storm</h1>',
      'The Gull',
    ),
    'Harbour reopens after storm',
  )
})

test('a site that keeps the first heading for its own name has its title found in a smaller one', () => {
  assert.equal(
    titleOf(
      '<title>The Gull » Archive » Harbour reopens</title><h1>The Gull</h1><h2>Harbour reopens</h2><h2>Other news</h2>',
      'The Gull',
    ),
    'Harbour reopens',
  )
})

test('without any heading the title comes from the head, and loses the name of the site', () => {
  assert.equal(
    titleOf('<title>Harbour reopens after storm - The Gull</title><p>text', 'The Gull'),
    'Harbour reopens after storm',
  )
})

test('a kicker inside the heading gives way to what linked data and the sharing card both say', () => {
  const head =
    '<meta property="og:title" content="Harbour reopens"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens"}</script>'
  assert.equal(titleOf(`${head}<h1><span>Storm</span> Harbour reopens</h1>`), 'Harbour reopens')
})

test('a heading that only ends the trail gives way to the headline printed below it', () => {
  const trail = '<nav class="breadcrumb"><a href="/">Home</a> <h1>Storm news: harbour, ferries, boats</h1></nav>'
  const head = `<title>Storm news: harbour, ferries, boats</title>${article('Harbour reopens after storm')}`
  assert.equal(titleOf(`${head}${trail}<h2>Harbour reopens after storm</h2><p>Text`), 'Harbour reopens after storm')
  assert.equal(titleOf(`${head}${trail}<h2>Something else entirely</h2><p>Text`), 'Storm news: harbour, ferries, boats')
})

test('a kicker is known by its name, by a mark that the head puts after it, or by a head that leaves it out', () => {
  const heading = '<h1><span>After the storm</span> <span>Harbour reopens to ferries</span></h1>'
  for (const head of [
    '<title>After the storm: Harbour reopens to ferries</title>',
    '<meta property="og:title" content="Harbour reopens to ferries - After the storm">',
    '<meta property="og:title" content="Harbour reopens to ferries">',
  ])
    assert.equal(titleOf(head + heading), 'Harbour reopens to ferries', head)
  const named =
    '<title>Harbour reopens to ferries - The Gull</title><h1><div class="Kicker-x1">Coast</div><div>Harbour reopens to ferries at last</div></h1>'
  assert.equal(titleOf(named), 'Harbour reopens to ferries at last')
})

test('what a heading prints with its own colon, or in italics, is no kicker', () => {
  assert.equal(
    titleOf(
      '<title>Live: Harbour reopens to ferries</title><h1><span>Live:</span> <span>Harbour reopens to ferries</span></h1>',
    ),
    'Live: Harbour reopens to ferries',
  )
  assert.equal(titleOf('<title>The Gull Harbour</title><h1>The <i>Gull</i> Harbour</h1>'), 'The Gull Harbour')
})

test('a title torn at a quotation mark nobody escaped is taken from where it is whole', () => {
  const torn = `<meta property="og:title" content="Master calls harbour "safe"">${article('Master calls harbour')}`
  assert.equal(titleOf(`${torn}<title>Master calls harbour "safe"</title>`), 'Master calls harbour "safe"')
})

test('a head that holds nothing but the name of the outlet says nothing of the title', () => {
  assert.equal(
    titleOf('<title>Gull News</title><h1>Welcome aboard</h1>', null, 'www.gullnews.example'),
    'Welcome aboard',
  )
  assert.equal(
    titleOf(`${article('The Gull')}<meta property="og:title" content="Harbour reopens">`, 'The Gull'),
    'Harbour reopens',
  )
})

test('the outlet is cut off after a colon of full width too, and by its address where it has no other name', () => {
  assert.equal(titleOf('<title>港口重新开放迎来渡轮与船员：海鸥新闻</title>', '海鸥新闻'), '港口重新开放迎来渡轮与船员')
  assert.equal(
    titleOf('<title>Harbour reopens after the storm - gull.example</title>', null, 'www.gull.example'),
    'Harbour reopens after the storm',
  )
})

test('references escaped twice are undone twice', () => {
  assert.equal(
    titleOf('<meta property="og:title" content="Master&amp;#039;s word &amp;amp; bond">'),
    "Master's word & bond",
  )
})

test('the only heading is the title though the head words it freely; of a teaser with the words of the card it is not robbed', () => {
  const head =
    '<title>Harbour open again: all you need to know | The Gull</title><meta property="og:title" content="What we know of the harbour">'
  const page = `${head}<h1>Harbour open again, ferries to sail at dawn tomorrow</h1><p>Text</p><h3>What we know of the harbour</h3>`
  assert.equal(titleOf(page, 'The Gull'), 'Harbour open again, ferries to sail at dawn tomorrow')
})

test('linked data that calls the article otherwise is told, and not believed against the page', () => {
  const { title, notes } = choose(
    `<title>Harbour reopens | The Gull</title>${article('Council resigns over budget')}<h1>Harbour reopens</h1>`,
    'The Gull',
  )
  assert.equal(title, 'Harbour reopens')
  assert.match(notes.join(), /Council resigns over budget/)
})
