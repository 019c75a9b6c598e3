// The bar over every part of the translation desk: where one is, and the other parts.

import { Link } from '@tanstack/react-router'
import '../style/add.css'
import '../style/archive.css'
import '../style/outlets.css'
import '../style/status.css'
import '../style/translation-desk.css'
import { t } from '../text/t.ts'

const deskParts = ['engines', 'work', 'glossary', 'memory'] as const
export type DeskPart = (typeof deskParts)[number]

export function TranslationBar({ part }: { part: DeskPart }) {
  return (
    <header className="bar archive-bar">
      <h1>{t('place.translation')}</h1>
      <nav className="seg" aria-label={t('desk.parts')}>
        {deskParts.map((each) => (
          <Link
            key={each}
            className="btn"
            to="/translation"
            search={each === 'engines' ? {} : { part: each }}
            activeOptions={{ exact: true, includeSearch: true }}
            {...(each === part ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`desk.part.${each}`)}
          </Link>
        ))}
      </nav>
    </header>
  )
}
