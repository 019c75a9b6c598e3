// Text from outside: always in an isolate of its own, with its language and direction.
// Controls that could turn the line around are shown as marks and not obeyed.

import { Fragment, type ReactNode } from 'react'
import { t } from '../text/t.ts'

const turning = /([\u202A-\u202E\u2066-\u2069])/
const names: Readonly<Record<string, string>> = {
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

/** The text with its direction-turning controls made visible. */
export function showControls(text: string): ReactNode {
  if (!turning.test(text)) return text
  return text.split(turning).map((piece, index) => {
    const name = names[piece]
    if (name === undefined) return <Fragment key={index}>{piece}</Fragment>
    return (
      <span key={index} className="bidi-mark" title={t('outside.control', { name })}>
        {name}
      </span>
    )
  })
}

/** A name from outside for use inside words of ours: its own controls are left out, and it is kept apart from them. */
export const isolate = (name: string): string => `\u2068${name.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')}\u2069`

/** Words of ours with isolated names in them: each name in an element of its own. */
export function showIsolated(words: string): ReactNode {
  return words
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((piece, index) =>
      index % 2 === 1 ? <bdi key={index}>{piece}</bdi> : <Fragment key={index}>{showControls(piece)}</Fragment>,
    )
}

export type Range = { readonly start: number; readonly end: number }

/** The text with the given UTF-16 ranges lit. @param here the one that is stood on */
export function lightRanges(text: string, ranges: readonly Range[], here: Range | null = null): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of ranges) {
    if (start < at || end > text.length) continue
    pieces.push(
      <Fragment key={at}>{showControls(text.slice(at, start))}</Fragment>,
      <mark key={`m${start}`} {...(here?.start === start ? { className: 'here' } : {})}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  pieces.push(<Fragment key={at}>{showControls(text.slice(at))}</Fragment>)
  return pieces
}

type OutsideProps = {
  text: string
  lang?: string | null
  dir?: 'ltr' | 'rtl' | 'auto'
  ranges?: readonly Range[]
  className?: string
}

export function Outside({ text, lang = null, dir = 'auto', ranges = [], className }: OutsideProps) {
  return (
    <bdi dir={dir} {...(lang ? { lang } : {})} {...(className ? { className } : {})}>
      {ranges.length > 0 ? lightRanges(text, ranges) : showControls(text)}
    </bdi>
  )
}
