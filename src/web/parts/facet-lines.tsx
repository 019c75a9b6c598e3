// A list of values that something can be narrowed to, each with how many it would leave.

import { useState } from 'react'
import { count, t } from '../text/t.ts'
import { Icon } from './icon.tsx'

export type FacetLine = { readonly value: string; readonly name: string; readonly count: number }

type FacetBoxProps = { name: string; n?: number; isOn: boolean; onChange: (isOn: boolean) => void }

/** One value to tick. */
export function FacetBox({ name, n, isOn, onChange }: FacetBoxProps) {
  return (
    <button type="button" role="checkbox" aria-checked={isOn} className="fc" onClick={() => onChange(!isOn)}>
      <span className="box">{isOn && <Icon name="tick" />}</span>
      <bdi className="clip" title={name}>
        {name}
      </bdi>
      {n !== undefined && <span className="c">{count(n)}</span>}
    </button>
  )
}

const FEW = 8

type FacetLinesProps = {
  title: string
  lines: readonly FacetLine[]
  chosen: string | undefined
  /** undefined = none of them. */
  onChoose: (value: string | undefined) => void
}

/** The first few and the one that is chosen; all of them when somebody asks. */
export function FacetLines({ title, lines, chosen, onChoose }: FacetLinesProps) {
  const [all, setAll] = useState(false)
  const first = all ? lines : lines.filter(({ value }, at) => at < FEW || value === chosen)
  return (
    <fieldset>
      <legend>{title}</legend>
      {first.map(({ value, name, count: n }) => (
        <FacetBox
          key={value}
          name={name}
          n={n}
          isOn={chosen === value}
          onChange={(isOn) => onChoose(isOn ? value : undefined)}
        />
      ))}
      {first.length < lines.length && (
        <button type="button" className="link small all-of" onClick={() => setAll(true)}>
          {t('archive.allOf', { n: lines.length })}
        </button>
      )}
    </fieldset>
  )
}
