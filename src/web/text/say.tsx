import { Fragment, type ReactNode } from 'react'
import { count, patternOf, type PhraseKey } from './t.ts'

type SayProps = { k: PhraseKey; n?: number; parts?: Readonly<Record<string, ReactNode>> }

/** A phrase with elements in its places, each in an isolate of its own. */
export function Say({ k, n, parts = {} }: SayProps) {
  const pattern = patternOf(k, n === undefined ? {} : { n })
  return pattern.split(/(\{\w+\})/).map((piece, index) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1]
    if (name === undefined) return <Fragment key={index}>{piece}</Fragment>
    const value = name === 'n' && n !== undefined ? <b className="b">{count(n)}</b> : parts[name]
    return <bdi key={index}>{value ?? piece}</bdi>
  })
}
