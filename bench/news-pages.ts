// In: a seed. Out: invented news pages as heavy as real ones: 50 to 170 kB of markup around a few thousand letters of text.
// What makes real pages heavy is here too: menus, inline styles and scripts, JSON-LD, pictures, related stories, comments.

import { createCorpus, createRandom, type Corpus } from './search-corpus.ts'

export type NewsPage = {
  readonly path: string
  readonly title: string
  readonly publishedAt: number
  readonly html: string
}

type Draft = {
  readonly random: () => number
  readonly sentence: (words: number) => string
  readonly between: (low: number, high: number) => number
}

const LANGUAGES = ['en', 'ar', 'ru', 'fr', 'fa', 'es', 'zh'] as const
const RIGHT_TO_LEFT = new Set<string>(['ar', 'fa'])
const CORPUS_WORDS = 10
const FIRST_DAY = Date.parse('2024-03-01T06:00:00Z')
const MINUTE = 60_000

/** Makes page number `at` of `host`; the same for the same seed. */
export function createNewsPages(seed: number): (host: string, at: number) => NewsPage {
  const corpus = createCorpus(seed, CORPUS_WORDS)
  return (host, at) => makePage(corpus, createRandom(seed * 104_729 + hashOf(host) + at), host, at)
}

function makePage(corpus: Corpus, random: () => number, host: string, at: number): NewsPage {
  const language = LANGUAGES[hashOf(host) % LANGUAGES.length] ?? 'en'
  const between = (low: number, high: number): number => Math.floor(low + (high - low) * random())
  const gap = language === 'zh' ? '' : ' '
  const word = (): string => corpus.word(language, Math.min(39_999, Math.floor(40_000 ** random())))
  const sentence = (words: number): string =>
    `${Array.from({ length: words }, word).join(gap)}${language === 'zh' ? '。' : '.'}`
  const draft: Draft = { random, between, sentence }
  const title = sentence(between(6, 13)).slice(0, -1)
  const publishedAt = FIRST_DAY + at * 37 * MINUTE
  const path = `/${new Date(publishedAt).toISOString().slice(0, 10).replaceAll('-', '/')}/story-${at}.html`
  const direction = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
  const html = `<!doctype html>
<html lang="${language}" dir="${direction}">
${head(draft, { host, path, title, publishedAt })}
<body class="article template-${between(1, 9)} has-ads">
${menu(draft)}
<div class="page"><div class="layout">
<main><article class="story" itemscope itemtype="https://schema.org/NewsArticle">
<h1 class="story__title">${title}</h1>
<p class="story__byline">${sentence(2).slice(0, -1)} <time datetime="${new Date(publishedAt).toISOString()}">${new Date(publishedAt).toUTCString()}</time></p>
${body(draft)}
</article>${comments(draft)}</main>
<aside class="side">${related(draft, between(15, 60))}</aside>
</div></div>
${footer(draft)}
<script>${script(draft, between(8, 60))}</script>
</body></html>
`
  return { path, title, publishedAt, html }
}

type Facts = { readonly host: string; readonly path: string; readonly title: string; readonly publishedAt: number }

function head(draft: Draft, { host, path, title, publishedAt }: Facts): string {
  const url = `http://${host}${path}`
  const published = new Date(publishedAt).toISOString()
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
    url,
    publisher: { '@type': 'Organization', name: host },
  }
  return `<head><meta charset="utf-8"><title>${title} | ${host}</title>
<link rel="canonical" href="${url}"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${host}">
<meta name="description" content="${draft.sentence(18)}"><meta property="article:published_time" content="${published}">
<script type="application/ld+json">${JSON.stringify(linked)}</script>
<style>${rules(draft, draft.between(100, 700))}</style>
<script>${script(draft, draft.between(20, 160))}</script></head>`
}

function body({ between, sentence, random }: Draft): string {
  const paragraphs = between(6, 19)
  return Array.from({ length: paragraphs }, (_, at) => {
    const text = Array.from({ length: between(1, 6) }, () => sentence(between(6, 22))).join(' ')
    const link =
      random() < 0.3
        ? ` <a href="/tag/${between(1, 999)}" class="inline-link" data-track="body:${at}">${sentence(2).slice(0, -1)}</a> ${sentence(8)}`
        : ''
    const heading = random() < 0.1 ? `<h2>${sentence(5).slice(0, -1)}</h2>` : ''
    return `${heading}<p>${text}${link}</p>${random() < 0.2 ? picture(between(1, 9999), sentence(9)) : ''}${random() < 0.25 ? advert(at) : ''}`
  }).join('\n')
}

function picture(id: number, caption: string): string {
  const sizes = [320, 640, 960, 1280].map((width) => `/images/${id}/${width}.jpg ${width}w`).join(', ')
  return `<figure class="media"><picture><source type="image/webp" srcset="${sizes}"><img src="/images/${id}/640.jpg" alt="" width="640" height="360" loading="lazy"></picture><figcaption>${caption}</figcaption></figure>`
}

function advert(at: number): string {
  return `<div class="ad ad--inline" id="ad-slot-${at}" data-sizes="[[300,250],[336,280],[728,90]]" aria-hidden="true"><div class="ad__frame"><span class="ad__label"></span></div></div>`
}

function menu({ between, sentence }: Draft): string {
  const entry = (at: number): string =>
    `<li class="nav__item nav__item--level-2" data-menu="${at}"><a class="nav__link" href="/section/${at}/" data-track="nav:${at}"><svg class="icon" viewBox="0 0 24 24"><path d="M12 2L2 7l10 5 10-5-10-5z"/></svg><span>${sentence(2).slice(0, -1)}</span></a></li>`
  return `<header class="top"><nav><ul class="nav">${Array.from({ length: between(60, 240) }, (_, at) => entry(at)).join('\n')}</ul></nav></header>`
}

function related({ between, sentence }: Draft, count: number): string {
  const card = (): string => {
    const id = between(1, 99_999)
    return `<div class="card"><a href="/story-${id}.html" class="card__link"><div class="card__media"><img src="/images/${id}/160.jpg" alt="" width="160" height="90" loading="lazy"></div><div class="card__text"><span class="card__kicker">${sentence(1).slice(0, -1)}</span><h3 class="card__title">${sentence(between(6, 12)).slice(0, -1)}</h3></div></a></div>`
  }
  return Array.from({ length: count }, card).join('\n')
}

function comments({ between, sentence }: Draft): string {
  const one = (at: number): string =>
    `<li class="comment" id="comment-${at}"><div class="comment__meta"><b>${sentence(1).slice(0, -1)}</b><time>${between(1, 23)} h</time></div><p>${sentence(between(4, 30))}</p><button type="button">+1</button></li>`
  return `<section class="comments"><ol>${Array.from({ length: between(0, 60) }, (_, at) => one(at)).join('')}</ol></section>`
}

function footer({ sentence }: Draft): string {
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/about/${at}">${sentence(2).slice(0, -1)}</a></li>`)
  return `<footer class="bottom"><ul>${links.join('')}</ul><p>© ${sentence(6)}</p></footer>`
}

/** Style sheets as a build tool prints them. */
function rules({ between }: Draft, count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `.c${at}-${between(100, 999)}{margin:${between(0, 40)}px ${between(0, 40)}px;color:#${between(0x100000, 0xffffff).toString(16)};font:400 ${between(11, 40)}px/1.4 Serif}`,
  ).join('')
}

/** Settings and tracking, as they stand in every page. */
function script({ between }: Draft, count: number): string {
  const settings = Array.from({ length: count }, (_, at) => ({
    id: between(1, 1e9).toString(36),
    slot: `unit/${at}/${between(1, 99)}`,
    bids: [{ bidder: 'a', params: { placement: between(1, 1e8) } }],
    lazy: at % 3 === 0,
  }))
  return `window.__settings=window.__settings||[];window.__settings.push(${JSON.stringify(settings)});(function(w,d){var s=d.createElement('i');s.hidden=!0;w.__q=w.__q||[];w.__q.push([s,${between(1, 1e6)}])})(window,document);`
}

function hashOf(text: string): number {
  let hash = 0
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return hash % 1_000_003
}
