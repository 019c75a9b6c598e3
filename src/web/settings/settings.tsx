// How the desk looks and speaks in this browser, and whose browser it is.

import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { wordsOf } from '../api/ask.ts'
import { ArchiveAddress } from '../excerpts/archive-address.tsx'
import { Field } from '../parts/field.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Choice } from '../shell/choice.tsx'
import { sayWords } from '../shell/deeds.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { useSetting } from '../shell/settings.ts'
import { keepSignature, readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { recordLanguage, recordSettings } from './follow-settings.ts'

const shown = ['language', 'theme', 'density', 'titles', 'singleKeys'] as const

export function Settings() {
  const [name, setName] = useState(readSignature)
  const language = useSetting('language')
  const before = useRef(language)
  useEffect(() => {
    if (before.current === language) return
    before.current = language
    void recordLanguage(language).catch((error: unknown) => sayWords(wordsOf(error)))
  }, [language])
  useTitle(t('place.settings'))
  return (
    <div className="screen">
      <header className="bar">
        <h1>{t('place.settings')}</h1>
      </header>
      <NoteLine />
      <div className="scroll panel-page">
        <div className="form choices">
          <p className="q2 small">{t('settings.words')}</p>
          <p>
            <Link to="/translation">{t('settings.translationDesk')}</Link>
          </p>
          {shown.map((each) => (
            <Choice key={each} name={each} />
          ))}
          <Field label={t('settings.name')} hint={t('settings.name.hint')}>
            {(id) => (
              <input
                id={id}
                dir="auto"
                autoComplete="name"
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.target.value)}
                onBlur={() => {
                  keepSignature(name.trim())
                  void recordSettings({ signature: name.trim() || null }).catch((error: unknown) =>
                    sayWords(wordsOf(error)),
                  )
                }}
              />
            )}
          </Field>
          <ArchiveAddress />
        </div>
      </div>
      <KeyLine />
    </div>
  )
}
