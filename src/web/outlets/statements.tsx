// What has been stated of an outlet: dated, signed, never overwritten.

import type { Statement } from '../../server/shapes/outlet.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { Outside } from '../parts/outside.tsx'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

const kinds = ['descriptor', 'alignment', 'self-description', 'owner', 'medium'] as const

function Evidence({ evidence }: { evidence: string | null }) {
  if (evidence === null) return <span className="chip un">{t('statement.unreviewed')}</span>
  return <bdi className="wrap small">{evidence.replace(/^https?:\/\//, '')}</bdi>
}

/** What an outlet says of itself is the press speaking; the rest is the desk. */
function Said({ statement, language }: { statement: Statement; language: string | null }) {
  const { kind, value } = statement
  return kind === 'self-description' ? <Outside text={value} lang={language} className="said" /> : <bdi>{value}</bdi>
}

type LineProps = { statement: Statement; language: string | null; first: boolean; old: boolean }

function Line({ statement, language, first, old }: LineProps) {
  return (
    <tr className={old ? 'old' : ''}>
      <td>{first ? t(`statement.kind.${statement.kind}`) : ''}</td>
      <td>
        {statement.kind === 'descriptor' ? (
          <Descriptor statement={statement} />
        ) : (
          <Said statement={statement} language={language} />
        )}
      </td>
      <td className="nowrap">
        {statement.validFrom ? (
          t('statement.from', { day: sayDay(Date.parse(statement.validFrom)) })
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

export function Statements({ statements, language }: { statements: readonly Statement[]; language: string | null }) {
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
          <Line key={statement.id} statement={statement} language={language} first={index === 0} old={index > 0} />
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
