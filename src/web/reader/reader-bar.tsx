import { Link } from '@tanstack/react-router'
import { neighboursOf } from '../lists/trail.ts'
import { Icon } from '../parts/icon.tsx'
import { count, t, type PhraseKey } from '../text/t.ts'

export type ReaderView = 'text' | 'page' | 'changes'

type ReaderBarProps = {
  id: string
  view: ReaderView
  views: readonly ReaderView[]
  drawerOpen: boolean
  onView: (view: ReaderView) => void
  onBack: () => void
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

export function ReaderBar({ id, view, views, drawerOpen, onView, onBack, onDrawer }: ReaderBarProps) {
  const { before, after, at, of } = neighboursOf(id)
  return (
    <header className="bar">
      <button type="button" className="btn bare" onClick={onBack} aria-label={t('act.back')} title={t('act.back')}>
        <Icon name="back" flip />
      </button>
      {of > 0 && <span className="q wide nowrap">{t('list.place', { at: count(at), total: count(of) })}</span>}
      <span className="seg" role="group" aria-label={t('reader.views')}>
        {views.map((each, index) => (
          <button key={each} type="button" className="btn" aria-pressed={view === each} onClick={() => onView(each)}>
            {t(`reader.view.${each}`)} <kbd>{index + 1}</kbd>
          </button>
        ))}
      </span>
      <div className="end">
        <Step to={before} name="reader.before" icon="up" />
        <Step to={after} name="reader.after" icon="down" />
        <button type="button" className="btn" aria-pressed={drawerOpen} aria-expanded={drawerOpen} onClick={onDrawer}>
          <Icon name="seal" />
          {t('evidence.title')} <kbd>d</kbd>
        </button>
      </div>
    </header>
  )
}
