// The bar over every screen of the archive: where one is, and the other rooms of the memory.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import '../style/archive.css'
import { t, type PhraseKey } from '../text/t.ts'

const rooms: readonly { to: string; name: PhraseKey }[] = [
  { to: '/archive', name: 'archive.articles' },
  { to: '/authorities', name: 'archive.authorities' },
  { to: '/indexes', name: 'archive.indexes' },
  { to: '/worklist', name: 'archive.worklist' },
  { to: '/import', name: 'archive.import' },
]

export function ArchiveBar({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="bar archive-bar">
      <h1>{title}</h1>
      <nav className="seg" aria-label={t('archive.rooms')}>
        {rooms.map(({ to, name }) => (
          <Link key={to} className="btn" to={to} activeOptions={{ exact: false, includeSearch: false }}>
            {t(name)}
          </Link>
        ))}
      </nav>
      {children && <div className="end">{children}</div>}
    </header>
  )
}
