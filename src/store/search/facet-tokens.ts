// Properties of a document as tokens beside its words, so that a filter streams in the order of time like a word.
// They all hold a colon, which no analysed word can.

import { domainToASCII } from 'node:url'
import type { FilterField } from './query.ts'
import type { SearchDocument } from './search-index.ts'

/** Every document has it: what exclusions alone are taken from. */
export const EVERY_TOKEN = 'all:'

/** The token of one value; values are made safe: only letters, digits, `.`, `-`, `_` remain. */
export function facetToken(field: FilterField, value: string): string {
  return `${field}:${value.toLowerCase().replace(/[^\p{L}\p{N}\p{M}._-]/gu, '_')}`
}

/** All facet tokens of a document: `zh-hant-tw` also says `zh-hant` and `zh`, `www.press.example` also `press.example` and `example`. */
export function facetTokens(document: Pick<SearchDocument, 'language' | 'outletId' | 'host' | 'kind'>): string {
  const tokens = [EVERY_TOKEN]
  if (document.outletId !== null) tokens.push(facetToken('outlet', document.outletId))
  if (document.kind) tokens.push(facetToken('kind', document.kind))
  const subtags = (document.language ?? '').split('-').filter((subtag) => subtag !== '')
  for (let size = 1; size <= subtags.length; size++) tokens.push(facetToken('lang', subtags.slice(0, size).join('-')))
  const labels = normaliseHost(document.host ?? '')
    .split('.')
    .filter((label) => label !== '')
  for (let at = 0; at < labels.length; at++) tokens.push(facetToken('site', labels.slice(at).join('.')))
  return tokens.join(' ')
}

/** Lower-case ASCII, without a final dot; what is no host name stays as it is. */
export function normaliseHost(host: string): string {
  const bare = host.trim().toLowerCase().replace(/\.$/, '')
  return domainToASCII(bare) || bare
}
