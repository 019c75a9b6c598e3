import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHtml } from '../html/parse-html.ts'
import { gatherFacts } from './page-facts.ts'
import { readLabels } from './page-labels.ts'

test('linked data that is broken in the usual ways is still read', () => {
  const broken =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"One\nline","datePublished":"2024-05-03",}</script>'
  const facts = gatherFacts(parseHtml(broken))
  assert.equal(facts.jsonLd.article?.headlines[0], 'One line')
  assert.equal(facts.jsonLd.article?.datePublished, '2024-05-03')
})

test('linked data that refers to itself in circles, or is very deep, does no harm', () => {
  const deep = `<script type="application/ld+json">${'{"@type":"Thing","x":'.repeat(3000)}1${'}'.repeat(3000)}</script>`
  assert.equal(gatherFacts(parseHtml(deep)).jsonLd.article, null)
})

test('canonical address, section, tags and picture are read, and addresses that are none are left out', () => {
  const facts = gatherFacts(
    parseHtml(
      '<link rel="canonical" href="/a/b"><meta property="article:section" content="Coast"><meta name="keywords" content="storm, harbour,storm"><meta property="og:image" content="javascript:alert(1)">',
    ),
  )
  assert.deepEqual(readLabels(facts, 'https://gull.example/x'), {
    canonicalUrl: 'https://gull.example/a/b',
    siteName: null,
    section: 'Coast',
    tags: ['storm', 'harbour'],
    leadImage: null,
  })
})
