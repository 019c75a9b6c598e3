// The register as CSV or JSON. What would change is shown row by row first; nothing is written until the person says so.

import { useState } from 'react'
import type { RegisterImport, RegisterRow } from '../../server/shapes/register.ts'
import { ask } from '../api/ask.ts'
import { FileImport } from '../parts/file-import.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { t } from '../text/t.ts'

/** Rows shown at first; a register of thousands need not all be drawn to be judged. */
const MOST = 200

const formatOf = (file: File) => (/\.json$/i.test(file.name) ? 'json' : 'csv')

const send = (file: File, dryRun: boolean) => {
  const form = new FormData()
  form.set('file', file)
  return ask<RegisterImport>(`/api/register?format=${formatOf(file)}&dryRun=${dryRun}`, { method: 'POST', form })
}

const looks: Readonly<Record<RegisterRow['kind'], { icon: IconName; hue: string }>> = {
  new: { icon: 'add', hue: 'good' },
  changed: { icon: 'pencil', hue: 'warn' },
  same: { icon: 'dash', hue: 'q' },
  wrong: { icon: 'cross', hue: 'stop' },
}

const shown = (value: string | null) => (value === null || value === '' ? t('unknown') : showControls(value))

function Row({ row }: { row: RegisterRow }) {
  const { icon, hue } = looks[row.kind]
  return (
    <tr>
      <td className="num">{row.line}</td>
      <td>
        <span className={`st ${hue}`}>
          <Icon name={icon} />
          {t(`register.${row.kind}`)}
        </span>
      </td>
      <td>
        <bdi>{shown(row.name)}</bdi>
      </td>
      <td>
        {row.problems.map((problem) => (
          <p key={problem} className="small stop">
            <bdi>{showControls(problem)}</bdi>
          </p>
        ))}
        {row.changes.length > 0 && (
          <ul className="small">
            {row.changes.map((change, index) => (
              <li key={index}>
                <span className="q">{change.field}</span> <del>{shown(change.from)}</del> <ins>{shown(change.to)}</ins>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

function Plan({ plan }: { plan: RegisterImport }) {
  const [all, setAll] = useState(false)
  const first = [...plan.rows].sort((a, b) => Number(b.kind === 'wrong') - Number(a.kind === 'wrong'))
  const rows = all ? first : first.slice(0, MOST)
  return (
    <>
      <p role="status">
        {t('register.sum', {
          fresh: plan.counts.new,
          changed: plan.counts.changed,
          same: plan.counts.same,
          wrong: plan.counts.wrong,
        })}
      </p>
      {plan.notes.map((note) => (
        <p key={note} className="small warn">
          <bdi>{showControls(note)}</bdi>
        </p>
      ))}
      <table className="reg">
        <thead>
          <tr>
            <th className="num">{t('register.line')}</th>
            <th>{t('register.what')}</th>
            <th>{t('outlets.name')}</th>
            <th>{t('register.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length < plan.rows.length && (
        <p>
          <button type="button" className="btn" onClick={() => setAll(true)}>
            {t('act.more')}
          </button>
        </p>
      )}
    </>
  )
}

export function ImportRegister() {
  return (
    <div className="form wide-form">
      <p className="q2">
        {t('register.words')}{' '}
        <a href="/api/register?format=csv" download="dragoman-register.csv">
          {t('register.out.csv')}
        </a>{' '}
        ·{' '}
        <a href="/api/register?format=json" download="dragoman-register.json">
          {t('register.out.json')}
        </a>
      </p>
      <FileImport
        accept=".csv,.json,text/csv,application/json"
        label={t('register.choose')}
        send={send}
        plan={(plan) => <Plan plan={plan} />}
        wanted={({ counts }) => counts.new + counts.changed}
        words={{
          take: (n) => t('register.take', { n }),
          did: ({ counts }) => t('register.did', { fresh: counts.new, changed: counts.changed }),
          done: t('register.done'),
        }}
      />
    </div>
  )
}
