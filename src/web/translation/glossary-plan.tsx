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

function Found({
  lines,
  hue,
  icon,
  unit,
}: {
  lines: GlossaryImported['problems']
  hue: string
  icon: IconName
  unit: string
}) {
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

export function GlossaryPlan({ result }: { result: GlossaryImported }) {
  const [all, setAll] = useState(false)
  const countOf = (kind: Row['kind']) => result.rows.filter((row) => row.kind === kind).length
  const told = result.rows.filter(({ kind }) => kind !== 'same')
  const rows = all ? told : told.slice(0, MOST)
  const unit = t(`glossary.unit.${result.unit}`)
  return (
    <div className="glossary-plan">
      <p role="status">
        {t('glossary.sum', {
          fresh: countOf('new'),
          changed: countOf('changed'),
          same: countOf('same'),
          wrong: result.problems.length,
        })}
      </p>
      {result.problems.length > 0 && <Found lines={result.problems} hue="stop" icon="cross" unit={unit} />}
      {result.doubts.length > 0 && <Found lines={result.doubts} hue="warn" icon="differs" unit={unit} />}
      {rows.length > 0 && (
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
              <tr key={row.key}>
                <td className="num">{count(row.line)}</td>
                <td>
                  <span className={`st ${looks[row.kind].hue}`}>
                    <Icon name={looks[row.kind].icon} />
                    {t(`register.${row.kind}`)}
                  </span>
                </td>
                <td className="wide-cell">
                  <TermNames names={row.term.names} />
                </td>
                <td className="wide-cell">{row.before && <TermNames names={row.before.names} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length < told.length && (
        <p>
          <button type="button" className="btn" onClick={() => setAll(true)}>
            {t('archive.allOf', { n: told.length })}
          </button>
        </p>
      )}
    </div>
  )
}
