// In: the text of a robots.txt, a product token and an address. Out: whether it may be fetched, and by which rule.
// Why our own: RFC 9309 is short, and what is fetched against a publisher's word taints the evidence.
// Where the RFC leaves room, we read files the way the largest search engine does, because publishers test against it.

import type { FailureKind } from '../domain/feed.ts'
import { matchesPattern, writePattern } from './robots-pattern.ts'

type Rule = { readonly allow: boolean; readonly pattern: string; readonly asWritten: string }

export type RobotsGroup = {
  /** Product tokens in lower case; `*` is everybody who is not named elsewhere. */
  readonly agents: readonly string[]
  readonly rules: readonly Rule[]
  /** Delays asked for between two requests, each of the first `agents` named. Not part of the RFC, but common. */
  readonly delays: readonly { readonly agents: number; readonly seconds: number }[]
}

export type RobotsRules = {
  readonly kind: 'rules'
  readonly groups: readonly RobotsGroup[]
  /** Addresses as written; they concern everybody. */
  readonly sitemaps: readonly string[]
  /** Whether the file was longer than we read. */
  readonly cut: boolean
}

/** What a site says to visitors: its rules, or a blanket answer drawn from how it failed to give them. */
export type Robots =
  | RobotsRules
  | { readonly kind: 'all-allowed'; readonly reason: string }
  /** `failure`: why the site could not be asked. */
  | { readonly kind: 'all-refused'; readonly reason: string; readonly failure: FailureKind }

export type RobotsAnswer = {
  readonly allowed: boolean
  /** The line that decided, such as `Disallow: /private/`; null when none did. */
  readonly rule: string | null
  /** A sentence for a person, when the answer does not come from a line. */
  readonly reason: string | null
}

/** RFC 9309 asks for at least 500 KiB. What comes after is not read. */
export const MOST_ROBOTS_BYTES = 500 * 1024
const LONGEST_DELAY_SECONDS = 3_600
const LONGEST_SHOWN = 500

type OpenGroup = { agents: string[]; rules: Rule[]; delays: { agents: number; seconds: number }[] }

/** Reads a robots.txt. Never fails: a line that says nothing known is passed over. */
export function parseRobots(text: string): RobotsRules {
  const groups: OpenGroup[] = []
  const sitemaps: string[] = []
  let group: OpenGroup | null = null
  let listingAgents = false

  for (const { key, value } of readLines(text.slice(0, MOST_ROBOTS_BYTES))) {
    if (key === 'user-agent') {
      if (!group || !listingAgents) groups.push((group = { agents: [], rules: [], delays: [] }))
      group.agents.push(readAgent(value))
      listingAgents = true
    } else if (key === 'allow' || key === 'disallow') {
      listingAgents = false
      group?.rules.push(...readRules(key === 'allow', value))
    } else if (key === 'crawl-delay') {
      group?.delays.push(...readDelay(group.agents.length, value))
    } else if (key === 'sitemap' && value !== '') {
      sitemaps.push(value)
    }
  }
  return { kind: 'rules', groups, sitemaps, cut: text.length > MOST_ROBOTS_BYTES }
}

const keysByWriting: Readonly<Record<string, string>> = {
  'user-agent': 'user-agent',
  useragent: 'user-agent',
  'user agent': 'user-agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  sitemap: 'sitemap',
  'site-map': 'sitemap',
  'crawl-delay': 'crawl-delay',
  crawldelay: 'crawl-delay',
}

/** Lines of a known kind. A colon that was forgotten is forgiven when exactly two words stand on the line. */
function* readLines(text: string): Generator<{ key: string; value: string }> {
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/)) {
    const [said = ''] = line.split('#', 1)
    const colon = said.indexOf(':')
    const words = colon < 0 ? said.trim().split(/[ \t]+/) : [said.slice(0, colon), said.slice(colon + 1)]
    const [name = '', value = ''] = words
    const key = words.length === 2 ? keysByWriting[name.trim().toLowerCase()] : undefined
    if (key) yield { key, value: value.trim() }
  }
}

/** `*`, or the product token: the letters, hyphens and underscores that the line begins with. */
function readAgent(value: string): string {
  return /^\*(\s|$)/.test(value) ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase()
}

/** An empty rule says nothing. Allowing the index page of a folder allows the folder's own address. */
function readRules(allow: boolean, value: string): Rule[] {
  if (value === '') return []
  const asWritten = `${allow ? 'Allow' : 'Disallow'}: ${value.slice(0, LONGEST_SHOWN)}`
  const rules = [{ allow, pattern: writePattern(value), asWritten }]
  const folder = allow ? /^(.*\/)index\.html?$/.exec(value)?.[1] : undefined
  return folder === undefined ? rules : [...rules, { allow, pattern: `${writePattern(folder)}$`, asWritten }]
}

function readDelay(agents: number, value: string): { agents: number; seconds: number }[] {
  const seconds = Number(value)
  return value !== '' && seconds >= 0 ? [{ agents, seconds: Math.min(seconds, LONGEST_DELAY_SECONDS) }] : []
}

/**
 * Whether a visitor with this product token may fetch an address (RFC 9309, 2.2).
 * `url` is taken as it will be sent, percent-encoded: a raw letter in it does not match its encoded form in a rule.
 * The longest matching rule decides; between equals, Allow does. The robots.txt itself is always allowed.
 */
export function isAllowed(robots: Robots, token: string, url: string): RobotsAnswer {
  if (robots.kind !== 'rules') return { allowed: robots.kind === 'all-allowed', rule: null, reason: robots.reason }
  const path = readPath(url)
  let best: Rule | null = null
  for (const rule of path === '/robots.txt' ? [] : chooseRules(robots, token)) {
    if (best && !isStronger(rule, best)) continue
    if (matchesPattern(path, rule.pattern)) best = rule
  }
  return { allowed: best?.allow ?? true, rule: best?.asWritten ?? null, reason: null }
}

const isStronger = (rule: Rule, other: Rule): boolean =>
  rule.pattern.length > other.pattern.length || (rule.pattern.length === other.pattern.length && rule.allow)

const chooseRules = (robots: RobotsRules, token: string): Rule[] =>
  chooseGroups(robots, token).groups.flatMap((group) => group.rules)

/** The lines that speak to a visitor with this product token, as written. */
export function listRules(robots: RobotsRules, token: string): string[] {
  return [...new Set(chooseRules(robots, token).map((rule) => rule.asWritten))]
}

/** Every group that names the visitor; failing that, those for everybody. */
function chooseGroups(robots: RobotsRules, token: string): { agent: string; groups: readonly RobotsGroup[] } {
  const agent = token.toLowerCase()
  const naming = (name: string) => robots.groups.filter((group) => group.agents.includes(name))
  const own = agent === '' ? [] : naming(agent)
  return own.length > 0 ? { agent, groups: own } : { agent: '*', groups: naming('*') }
}

/** Path and query of an address, with the hexadecimal digits of its escapes in upper case. */
function readPath(url: string): string {
  const [, rest = ''] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?;#]*)?([^#]*)/i.exec(url) ?? []
  return (rest.startsWith('/') ? rest : `/${rest}`).replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
}

/** Milliseconds that a site asks a visitor to leave between two requests, at most an hour; null when it does not say. */
export function findCrawlDelay(robots: Robots, token: string): number | null {
  if (robots.kind !== 'rules') return null
  const { agent, groups } = chooseGroups(robots, token)
  const delays = groups.flatMap((group) => group.delays.filter((one) => group.agents.indexOf(agent) < one.agents))
  return delays[0] ? delays[0].seconds * 1000 : null
}
