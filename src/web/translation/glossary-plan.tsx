// What a file or the authorities would bring: new, changed with what was before, the same; problems and doubts by line.

import { useState } from 'react'
import type { GlossaryImported } from '../../server/shapes/glossary.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { count, t } from '../text/t.ts'
import { TermNames } from './term-names.tsx'

type Row = GlossaryImported['rows'][number]

/** Rows drawn at first: thousands need not all be drawn to be judged. */
const MOST = 100

const looks: Readonly<Record<Row['kind'], { icon: IconName; hue: string }>> = {
  new: { icon: 'add', hue: 'good' },
  changed: { icon: 'pencil', hue: 'warn' },
  same: { icon: 'dash', hue: 'q' },
}

type LinesProps = { lines: GlossaryImported['problems']; hue: string; icon: IconName; unit: string }

function Lines({ lines, hue, icon, unit }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <ul className="lines small plan-lines">
      {lines.slice(0, MOST).map(({ line, reason }, at) => (
        <li key={at}>
          <span className={`st ${hue}`}>
            <Icon name={icon} />
            {unit} {count(line)}
          </span>{' '}
          <bdi>{showControls(reason)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function PlannedTerm({ row: { kind, line, term, before } }: { row: Row }) {
  return (
    <tr>
      <td className="num">{count(line)}</td>
      <td>
        <span className={`st ${looks[kind].hue}`}>
          <Icon name={looks[kind].icon} />
          {t(`register.${kind}`)}
        </span>
      </td>
      <td className="wide-cell">
        <TermNames names={term.names} />
      </td>
      <td className="wide-cell">{before && <TermNames names={before.names} />}</td>
    </tr>
  )
}

/** What is new or changed; what stays the same is only counted. */
function PlannedTerms({ told, unit }: { told: readonly Row[]; unit: string }) {
  const [all, setAll] = useState(false)
  const rows = all ? told : told.slice(0, MOST)
  if (rows.length === 0) return null
  return (
    <>
      <table className="reg">
        <thead>
          <tr>
            <th className="num">{unit}</th>
            <th>{t('register.what')}</th>
            <th>{t('glossary.names')}</th>
            <th>{t('glossary.before')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlannedTerm key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length < told.length && (
        <p>
          <button type="button" className="btn" onClick={() => setAll(true)}>
            {t('archive.allOf', { n: told.length })}
          </button>
        </p>
      )}
    </>
  )
}

export function GlossaryPlan({ result: { rows, problems, doubts, unit: kindOfUnit } }: { result: GlossaryImported }) {
  const countOf = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).length
  const unit = t(`glossary.unit.${kindOfUnit}`)
  return (
    <div className="glossary-plan">
      <p role="status">
        {t('glossary.sum', {
          fresh: countOf('new'),
          changed: countOf('changed'),
          same: countOf('same'),
          wrong: problems.length,
        })}
      </p>
      <Lines lines={problems} hue="stop" icon="cross" unit={unit} />
      <Lines lines={doubts} hue="warn" icon="differs" unit={unit} />
      <PlannedTerms told={rows.filter(({ kind }) => kind !== 'same')} unit={unit} />
    </div>
  )
}
