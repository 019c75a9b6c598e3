// In: a folder with answers, or nothing. Out: pages with what is right about them. Without a folder these are the pages of
// the sample press, whose every word is our own (seventeen outlets, eight templates, ten languages, five calendars), and
// pages made by dice, which say nothing but are as heavy as real ones.

import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { answerRequest, type PressState } from '../../src/sample/answer-request.ts'
import { sampleOutlets } from '../../src/sample/outlets.ts'
import { languageOf, type SampleItem, type SampleOutlet } from '../../src/sample/sample-outlet.ts'
import { createNewsPages } from '../news-pages.ts'
import { readGold, readPageFile, type Answer, type Gold } from './gold.ts'

export type BenchPage = { readonly id: string; readonly bytes: Uint8Array; readonly url: string }

export type PageSet = { readonly name: string; readonly gold: Gold; readonly pages: readonly BenchPage[] }

const MADE_HOSTS = 14
const MADE_PAGES = 112
const SEED = 11

/** The sets of these folders; of none, our own. */
export function openPageSets(folders: readonly string[]): PageSet[] {
  return folders.length === 0 ? [sampleSet(), madeSet()] : folders.map(openFolder)
}

/** Kilobytes of a page, on average. */
export function weightOf({ pages }: PageSet): number {
  return pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / Math.max(1, pages.length) / 1000
}

function openFolder(folder: string): PageSet {
  const gold = readGold(folder)
  const pages = Object.entries(gold).flatMap(([id, answer]) => {
    const bytes = readPageFile(folder, id, answer)
    return bytes ? [{ id, bytes, url: answer.url ?? 'https://page.example/' }] : []
  })
  return { name: basename(folder), gold, pages }
}

function sampleSet(): PageSet {
  const state: PressState = {
    outlets: new Map(sampleOutlets.map((outlet) => [outlet.host, outlet])),
    advanced: false,
    visits: new Map(),
  }
  const gold: Record<string, Answer> = {}
  const pages: BenchPage[] = []
  for (const outlet of sampleOutlets) {
    for (const item of outlet.items) {
      const answer = answerRequest(state, { host: outlet.host, path: item.path })
      if (answer.status !== 200) continue
      const url = `http://${outlet.host}${item.path}`
      const bytes = Uint8Array.from(answer.body)
      gold[url] = answerOf(outlet, item)
      pages.push({ id: url, url, bytes: answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes })
    }
  }
  return { name: 'sample press', gold, pages }
}

function madeSet(): PageSet {
  const makePage = createNewsPages(SEED)
  const gold: Record<string, Answer> = {}
  const pages = Array.from({ length: MADE_PAGES }, (_, at): BenchPage => {
    const host = `outlet-${at % MADE_HOSTS}.example`
    const page = makePage(host, at)
    const url = `http://${host}${page.path}`
    gold[url] = { title: page.title, date: new Date(page.publishedAt).toISOString().slice(0, 10) }
    return { id: url, url, bytes: new TextEncoder().encode(page.html) }
  })
  return { name: 'made pages', gold, pages }
}

function answerOf(outlet: SampleOutlet, item: SampleItem): Answer {
  const text = item.paragraphs.join('\n')
  return {
    title: item.title,
    articleBody: text,
    ...(item.dateline ? { articleBodyAlt: [`${item.dateline}${text}`, `${item.dateline} ${text}`] } : {}),
    date: item.published.slice(0, 10),
    publishing_date: item.published,
    lang: languageOf(outlet, item),
  }
}
