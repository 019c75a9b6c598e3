import { Link } from '@tanstack/react-router'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { neighboursOf } from '../lists/trail.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { count, t, type PhraseKey } from '../text/t.ts'
import { decide, triageOf } from '../triage/triage-deeds.ts'

export type ReaderView = 'text' | 'page' | 'changes'

type ReaderBarProps = {
  id: string
  item: ItemDetail | undefined
  view: ReaderView
  views: readonly ReaderView[]
  drawerOpen: boolean
  onView: (view: ReaderView) => void
  onBack: () => void
  onFind: () => void
  onDecided: (kind: string) => void
  onDrawer: () => void
}

function Step({ to, name, icon }: { to: string | null; name: PhraseKey; icon: 'up' | 'down' }) {
  if (to === null) return null
  return (
    <Link className="btn bare wide" to="/items/$id" params={{ id: to }} replace aria-label={t(name)} title={t(name)}>
      <Icon name={icon === 'up' ? 'back' : 'forward'} flip />
    </Link>
  )
}

const decisions = [
  { kind: 'skip', state: 'skipped', icon: 'dash', key: 's' },
  { kind: 'park', state: 'parked', icon: 'clock', key: 'l' },
  { kind: 'pick', state: 'picked', icon: 'tick', key: 'p' },
] as const satisfies readonly { kind: string; state: string; icon: IconName; key: string }[]

/** What to do with the item, as buttons that show what was decided. */
function Decisions({ item, onDecided }: { item: ItemDetail; onDecided: (kind: string) => void }) {
  const { state } = triageOf(item)
  return decisions.map((each) => (
    <button
      key={each.kind}
      type="button"
      className="btn"
      aria-pressed={state === each.state}
      onClick={() => {
        decide([item], { kind: each.kind })
        onDecided(each.kind)
      }}
    >
      <Icon name={each.icon} />
      <span className="wide">{t(`act.${each.kind}`)}</span>
      <span className="unseen narrow">{t(`act.${each.kind}`)}</span> <kbd>{each.key}</kbd>
    </button>
  ))
}

export function ReaderBar(props: ReaderBarProps) {
  const { id, item, view, views } = props
  const { before, after, at, of } = neighboursOf(id)
  return (
    <header className="bar reader-bar">
      <button
        type="button"
        className="btn bare"
        onClick={props.onBack}
        aria-label={t('act.back')}
        title={t('act.back')}
      >
        <Icon name="back" flip />
      </button>
      {of > 0 && <span className="q wide nowrap">{t('list.place', { at: count(at), total: count(of) })}</span>}
      <Step to={before} name="reader.before" icon="up" />
      <Step to={after} name="reader.after" icon="down" />
      <span className="seg" role="group" aria-label={t('reader.views')}>
        {views.map((each, index) => (
          <button
            key={each}
            type="button"
            className="btn"
            aria-pressed={view === each}
            onClick={() => props.onView(each)}
          >
            {t(`reader.view.${each}`)} <kbd>{index + 1}</kbd>
          </button>
        ))}
      </span>
      <div className="end">
        <button type="button" className="btn bare wide" onClick={props.onFind}>
          {t('find.act')} <kbd>/</kbd>
        </button>
        {item && <Decisions item={item} onDecided={props.onDecided} />}
        <button
          type="button"
          className="btn"
          aria-pressed={props.drawerOpen}
          aria-expanded={props.drawerOpen}
          onClick={props.onDrawer}
        >
          <Icon name="seal" />
          <span className="wide">{t('evidence.title')}</span>
          <span className="unseen narrow">{t('evidence.title')}</span> <kbd>d</kbd>
        </button>
      </div>
    </header>
  )
}
