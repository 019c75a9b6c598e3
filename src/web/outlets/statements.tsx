// What has been stated of an outlet: dated, signed, never overwritten.

import type { Statement } from '../../server/shapes/outlet.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

const kinds = ['descriptor', 'alignment', 'self-description', 'owner', 'medium'] as const

function Evidence({ evidence }: { evidence: string | null }) {
  if (evidence === null) return <span className="chip un">{t('statement.unreviewed')}</span>
  return <bdi className="wrap small">{evidence}</bdi>
}

function Line({ statement, first, old }: { statement: Statement; first: boolean; old: boolean }) {
  return (
    <tr className={old ? 'old' : ''}>
      <td>{first ? t(`statement.kind.${statement.kind}`) : ''}</td>
      <td>
        {statement.kind === 'descriptor' ? (
          <Descriptor statement={statement} />
        ) : (
          <bdi className={statement.kind === 'self-description' ? 'press' : ''}>{statement.value}</bdi>
        )}
      </td>
      <td className="nowrap">
        {statement.validFrom ? (
          t('statement.from', { day: statement.validFrom })
        ) : (
          <span className="q">{t('statement.ever')}</span>
        )}
      </td>
      <td>
        {statement.signedBy}, {sayDay(statement.signedAt)}
      </td>
      <td>
        <Evidence evidence={statement.evidence} />
      </td>
    </tr>
  )
}

export function Statements({ statements }: { statements: readonly Statement[] }) {
  const ordered = kinds.flatMap((kind) =>
    statements.filter((statement) => statement.kind === kind).map((statement, index) => ({ statement, index })),
  )
  return (
    <table className="reg statements">
      <thead>
        <tr>
          <th>{t('statement.title')}</th>
          <th>{t('statement.what')}</th>
          <th>{t('statement.valid')}</th>
          <th>{t('statement.signature')}</th>
          <th>{t('statement.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ statement, index }) => (
          <Line key={statement.id} statement={statement} first={index === 0} old={index > 0} />
        ))}
        {!statements.some((statement) => statement.kind === 'descriptor') && (
          <tr>
            <td>{t('statement.kind.descriptor')}</td>
            <td colSpan={4} className="q">
              {t('statement.none.words')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
