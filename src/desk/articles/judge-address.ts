// In: an address as an article prints it. Out: what is wrong with it that can be seen without asking the network.

import type { AddressTrouble } from '../../domain/cited-source.ts'
import { hostOf } from '../../lib/url.ts'

/** Sites that do nothing but stand in front of other addresses. A longer name may end in one of them. */
const shorteners = new Set(
  'tinyurl.com bit.ly t.co rb.gy goo.gl ow.ly is.gd buff.ly cutt.ly dlvr.it shorturl.at t.ly v.gd lnkd.in fb.me youtu.be aje.io reut.rs wapo.st nyti.ms bbc.in trib.al clck.ru surl.li soo.gd adf.ly shorte.st tiny.cc bl.ink rebrand.ly'.split(
    ' ',
  ),
)

/** Platforms on which a post lasts as long as its author likes. */
const platforms = [
  'facebook.com',
  'fb.watch',
  'twitter.com',
  'x.com',
  't.me',
  'telegram.me',
  'instagram.com',
  'tiktok.com',
  'vk.com',
  'ok.ru',
  'weibo.com',
  'rumble.com',
  'truthsocial.com',
  'bsky.app',
  'threads.net',
]

const LONGEST_SHORT_HOST = 8
const LONGEST_SHORT_PATH = 9

export type PrintedAddress = {
  readonly url: string | null
  readonly urlAsPrinted: string | null
  readonly urlFragment: string | null
}

/** Null = nothing is wrong that can be seen. */
export function judgeAddress({ url, urlAsPrinted, urlFragment }: PrintedAddress): AddressTrouble | null {
  if (url === null) return urlFragment === null ? 'missing' : 'stripped'
  const host = hostOf(url)?.replace(/^www\./, '')
  if (!host || !host.includes('.')) return 'malformed'
  if (isShortened(url, host)) return 'shortened'
  if (urlAsPrinted !== null && urlAsPrinted !== url) return 'malformed'
  return platforms.some((platform) => host === platform || host.endsWith(`.${platform}`)) ? 'volatile' : null
}

/** A shortener we know, or what looks like one: a very short host with one short part of mixed letters and digits. */
function isShortened(url: string, host: string): boolean {
  if (shorteners.has(host)) return true
  const path = URL.parse(url)?.pathname.slice(1) ?? ''
  const isCode = /^[A-Za-z0-9]+$/.test(path) && /\d/.test(path) && /[A-Za-z]/.test(path)
  return host.length <= LONGEST_SHORT_HOST && path.length >= 4 && path.length <= LONGEST_SHORT_PATH && isCode
}
