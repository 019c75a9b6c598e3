import type { OutletMoveResult } from '../../server/shapes/outlet-move.ts'
import { showControls } from '../parts/outside.tsx'
import { hasPhrase, t } from '../text/t.ts'

const kindName = (kind: string) => (hasPhrase(`statement.kind.${kind}`) ? t(`statement.kind.${kind}` as never) : kind)

/** What a merge or split would move, and what would be printed otherwise afterwards. */
export function MovePreview({ plan }: { plan: OutletMoveResult }) {
  return (
    <section className="preview" role="status">
      <p>
        {t('move.sum', {
          items: plan.items,
          feeds: plan.feeds.length,
          statements: plan.statements,
          domains: plan.domains.length,
        })}
      </p>
      {plan.domains.length > 0 && (
        <p className="mono q2 wrap">
          <bdi dir="ltr">{plan.domains.join(', ')}</bdi>
        </p>
      )}
      {plan.changes.length > 0 && (
        <table className="reg tight">
          <thead>
            <tr>
              <th>{t('move.printed')}</th>
              <th>{t('move.before')}</th>
              <th>{t('move.after')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.changes.map((change, index) => (
              <tr key={index}>
                <td>{kindName(change.kind)}</td>
                <td>
                  <bdi>{change.from === null ? t('unknown') : showControls(change.from)}</bdi>
                </td>
                <td>
                  <bdi>{change.to === null ? t('unknown') : showControls(change.to)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {plan.notes.map((note) => (
        <p key={note} className="small warn">
          <bdi>{showControls(note)}</bdi>
        </p>
      ))}
    </section>
  )
}
