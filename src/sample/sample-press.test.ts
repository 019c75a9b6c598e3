// What the sample press promises of its words: languages, lengths, translations, origins, figures, reserved names.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowed, parseRobots } from '../lib/robots.ts'
import { sampleOutlets } from './outlets.ts'
import { afterRevision, languageOf, promisedUrl } from './sample-outlet.ts'
import type { SampleItem, SampleOutlet } from './sample-outlet.ts'

type Placed = { outlet: SampleOutlet; item: SampleItem; name: string }

const all: Placed[] = sampleOutlets.flatMap((outlet) =>
  outlet.items.map((item) => ({ outlet, item, name: `${outlet.host}${item.path}` })),
)

const baseLanguage = (tag: string) => tag.split('-')[0] ?? tag

function countWords(texts: readonly string[], language: string): number {
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(texts.join('\n'))
  return [...words].filter(({ isWordLike }) => isWordLike).length
}

test('at least 150 items by about fifteen outlets', () => {
  assert.ok(all.length >= 150, `${all.length} items`)
  assert.ok(sampleOutlets.length >= 15)
  assert.equal(new Set(sampleOutlets.map(({ host }) => host)).size, sampleOutlets.length)
  assert.equal(new Set(all.map(({ outlet, item }) => promisedUrl(outlet, item))).size, all.length)
})

test('ten languages with at least eight items each, and each tells all three stories', () => {
  const items = Map.groupBy(all, ({ outlet, item }) => baseLanguage(languageOf(outlet, item)))
  assert.deepEqual([...items.keys()].toSorted(), ['ar', 'en', 'es', 'fa', 'fr', 'id', 'ps', 'pt', 'ru', 'zh'])
  for (const [language, placed] of items) {
    assert.ok(placed.length >= 8, `${language}: ${placed.length}`)
    assert.equal(new Set(placed.map(({ item }) => item.story)).size, 3, language)
  }
})

test('every item is several paragraphs and 80 to 250 words', () => {
  for (const { outlet, item, name } of all) {
    const words = countWords(item.paragraphs, languageOf(outlet, item))
    assert.ok(words >= 80 && words <= 250, `${name}: ${words} words`)
    assert.ok(item.paragraphs.length >= 3, name)
  }
})

test('what is said to be in a language is in the script of that language', () => {
  const scripts: Record<string, RegExp> = {
    ar: /\p{Script=Arabic}/u,
    fa: /[پچژگکی]/,
    ps: /[ټډړښځڅېۍګ]/,
    ru: /\p{Script=Cyrillic}/u,
    zh: /\p{Script=Han}/u,
  }
  for (const { outlet, item, name } of all) {
    const script = scripts[baseLanguage(languageOf(outlet, item))] ?? /\p{Script=Latin}/u
    for (const text of [item.title, ...item.paragraphs]) assert.match(text, script, name)
  }
})

test('every item not in English has an English translation, aligned paragraph by paragraph', () => {
  for (const { outlet, item, name } of all) {
    if (languageOf(outlet, item) === 'en') continue
    assert.equal(item.translation?.state, 'human, sample', name)
    assert.equal(item.translation?.paragraphs.length, item.paragraphs.length, name)
    if (item.dateline) assert.ok(item.datelineInEnglish, `${name}: its dateline is translated too`)
    for (const text of item.translation?.paragraphs ?? []) assert.match(text, /^[“\p{Script=Latin}\d]/u, name)
  }
})

test('a revision of an original is a revision of its translation', () => {
  for (const { item, name } of all) {
    if (!item.revision) continue
    const revised = afterRevision(item)
    assert.notDeepEqual(revised.paragraphs, item.paragraphs, name)
    assert.deepEqual(Object.keys(item.revision.paragraphs), Object.keys(item.revision.translation ?? {}), name)
    assert.equal(revised.paragraphs.length, item.paragraphs.length, name)
  }
})

test('one page is edited in silence and one with a word about it', () => {
  const updates = all.flatMap(({ item }) => (item.revision ? [item.revision.updated] : []))
  assert.ok(updates.includes(null))
  assert.ok(updates.some((updated) => updated !== null))
})

test('every outlet lives on a reserved name', () => {
  for (const { host } of sampleOutlets) assert.match(host, /^[a-z0-9-]+\.(example|test)$/)
})

test('outlets say who they are: both names, country, languages, owner, descriptor, alignment, self-description', () => {
  for (const outlet of sampleOutlets) {
    const { name, nameAsPrinted, country, medium, descriptor, alignment, owner, selfDescription } = outlet
    for (const text of [name, nameAsPrinted, medium, descriptor, alignment, owner, selfDescription])
      assert.ok(text.trim(), outlet.host)
    assert.match(name, /^[\p{Script=Latin}\s'’-]+$/u, outlet.host)
    assert.match(country, /^[A-Z]{2}$/)
    assert.ok(outlet.languages.length > 0 && outlet.feeds.length > 0, outlet.host)
    assert.ok(
      outlet.items.every((item) => outlet.languages.includes(languageOf(outlet, item))),
      outlet.host,
    )
  }
})

test('copies name a text that exists, share most of its words when they are in its language, and come after it', () => {
  for (const { outlet, item, name } of all) {
    if (!item.origin) continue
    const source = all.find(
      ({ outlet: other, item: text }) => other.host === item.origin?.host && text.path === item.origin.path,
    )
    assert.ok(source, `${name}: no such original`)
    assert.ok(Temporal.Instant.compare(item.published, source.item.published) > 0, name)
    const isTranslated = languageOf(outlet, item) !== languageOf(source.outlet, source.item)
    assert.equal(isTranslated, item.origin.kind === 'translated-copy', name)
    if (isTranslated) continue
    const original = new Set(source.item.paragraphs.join(' ').split(' '))
    const copied = item.paragraphs.join(' ').split(' ')
    assert.ok(copied.filter((word) => original.has(word)).length / copied.length > 0.75, name)
  }
})

test('one dispatch is run by three outlets, and there are reposts and translated copies without credit', () => {
  const origins = all.flatMap(({ outlet, item }) => (item.origin ? [{ by: outlet.host, ...item.origin }] : []))
  const runs = Map.groupBy(
    origins.filter(({ kind }) => kind === 'wire-copy'),
    ({ host, path }) => host + path,
  )
  assert.ok([...runs.values()].some((copies) => new Set(copies.map(({ by }) => by)).size >= 3))
  assert.ok(origins.some(({ kind, credited }) => kind === 'repost' && credited))
  assert.ok(origins.some(({ kind, credited }) => kind === 'translated-copy' && !credited))
})

test('every figure is printed where the data says, and outlets contradict each other', () => {
  for (const { item, name } of all) {
    const text = [item.title, ...item.paragraphs].join('\n').toLowerCase()
    for (const { printed } of item.figures ?? []) assert.ok(text.includes(printed.toLowerCase()), `${name}: ${printed}`)
  }
  const figures = Map.groupBy(
    all.flatMap(({ item }) => item.figures ?? []),
    ({ subject }) => subject,
  )
  for (const subject of ['bamako-rally', 'joint-force', 'waiting-ships', 'embassy-guests', 'first-year-trade-usd']) {
    assert.ok(new Set(figures.get(subject)?.map(({ value }) => value)).size >= 3, subject)
  }
})

test('robots.txt forbids the page that is marked so, and no other that is promised', () => {
  assert.ok(all.some(({ item }) => item.forbidden))
  for (const { outlet, item, name } of all) {
    const robots = parseRobots(outlet.robots ?? '')
    const { allowed } = isAllowed(robots, 'dragoman', `http://${outlet.host}${item.path}`)
    assert.equal(allowed, !item.forbidden, name)
  }
})

test('state, opposition, agency and aggregator voices; at least six templates; digits of both kinds at one Persian outlet', () => {
  const described = sampleOutlets.map(({ descriptor, alignment }) => `${descriptor} ${alignment}`).join('\n')
  for (const voice of [/state-owned/, /opposition/, /agency/, /aggregator/]) assert.match(described, voice)
  assert.ok(new Set(sampleOutlets.map(({ template }) => template)).size >= 6)
  const texts =
    sampleOutlets
      .find(({ host }) => host === 'ofogh-shargh.example')
      ?.items.map(({ paragraphs }) => paragraphs.join(' ')) ?? []
  assert.ok(texts.some((text) => /[۰-۹]/.test(text) && !/\d/.test(text)))
  assert.ok(texts.some((text) => /\d/.test(text)))
})
