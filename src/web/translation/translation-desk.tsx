// Everything about translation that is not one page: engines, what waits, agreed terms, what is known already.

import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { translationRoute } from '../shell/route-ids.ts'
import { t } from '../text/t.ts'
import { Engines } from './engines.tsx'
import { Glossary } from './glossary.tsx'
import { Memory } from './memory.tsx'
import { TranslationBar } from './translation-bar.tsx'
import { Work } from './work.tsx'

export function TranslationDesk() {
  const { part = 'engines', ...filter } = translationRoute.useSearch()
  useTitle(`${t(`desk.part.${part}`)} · ${t('place.translation')}`)
  return (
    <div className="screen">
      <TranslationBar part={part} />
      <NoteLine />
      <div className="scroll sheet-ground translation-desk">
        {part === 'engines' && <Engines />}
        {part === 'work' && <Work state={filter.state} />}
        {part === 'glossary' && <Glossary filter={filter} />}
        {part === 'memory' && <Memory filter={filter} />}
      </div>
      <KeyLine />
    </div>
  )
}
