// The readers that are measured: ours, and the packages people use instead. Each takes bytes and gives what it found.

import type { Said } from './gold.ts'

export const engineNames = ['dragoman', 'readability', 'defuddle', 'article-extractor'] as const
export type EngineName = (typeof engineNames)[number]

export type Engine = (bytes: Uint8Array, url: string) => Promise<Said>

const nothing: Said = { title: null, articleBody: '', authors: [], published: null }

/** Loads one reader; what the others need stays unloaded. */
export async function loadEngine(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'dragoman':
      return loadOurs()
    case 'readability':
      return loadReadability()
    case 'defuddle':
      return loadDefuddle()
    case 'article-extractor':
      return loadExtractor()
  }
}

async function loadOurs(): Promise<Engine> {
  const { readPage } = await import('../../src/read/read-page.ts')
  const { articleText } = await import('../../src/read/article-text.ts')
  return async (bytes, url) => {
    const reading = await readPage(bytes, { url, contentType: null, budgetMs: 10_000, now: Date.now() })
    return {
      title: reading.title,
      articleBody: articleText(reading),
      authors: reading.byline,
      published: reading.published?.edtf ?? null,
    }
  }
}

/** All readers get the same letters: charsets are not what is measured here. */
async function decode(bytes: Uint8Array): Promise<string> {
  const { decodeText } = await import('../../src/lib/charset.ts')
  return decodeText(bytes, { contentType: null, kind: 'html' }).text
}

async function loadReadability(): Promise<Engine> {
  const { Readability } = await import('@mozilla/readability')
  const { parseHTML } = await import('linkedom')
  return async (bytes) => {
    const article = new Readability(parseHTML(await decode(bytes)).document).parse()
    if (!article) return nothing
    return {
      title: article.title ?? null,
      articleBody: linesOf(article.content ?? ''),
      authors: article.byline ? [article.byline] : [],
      published: article.publishedTime ?? null,
    }
  }
}

async function loadDefuddle(): Promise<Engine> {
  const { Defuddle } = await import('defuddle/node')
  const { parseHTML } = await import('linkedom')
  return async (bytes, url) => {
    const { document } = parseHTML(await decode(bytes))
    const found = await Defuddle(document as unknown as Parameters<typeof Defuddle>[0], url)
    return {
      title: found.title || null,
      articleBody: linesOf(found.content),
      authors: found.author ? [found.author] : [],
      published: found.published || null,
    }
  }
}

async function loadExtractor(): Promise<Engine> {
  const { extractFromHtml } = await import('@extractus/article-extractor')
  return async (bytes, url) => {
    const found = await extractFromHtml(await decode(bytes), url)
    if (!found) return nothing
    return {
      title: found.title ?? null,
      articleBody: linesOf(found.content ?? ''),
      authors: found.author ? [found.author] : [],
      published: found.published ?? null,
    }
  }
}

/** Text of clean markup, a line a block. */
function linesOf(html: string): string {
  return html
    .replace(/<(?:script|style|figcaption)\b[\s\S]*?<\/(?:script|style|figcaption)>/gi, ' ')
    .replace(/<(?:\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|article|table|tr|figure|pre)|br)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39|#x27);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' })[name] ?? "'",
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
