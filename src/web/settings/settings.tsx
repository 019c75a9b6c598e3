// How the desk looks and speaks in this browser, and whose browser it is.

import { useState } from 'react'
import { Field } from '../parts/field.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Choice } from '../shell/choice.tsx'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { keepSignature, readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'

const shown = ['language', 'theme', 'density', 'singleKeys'] as const

export function Settings() {
  const [name, setName] = useState(readSignature)
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
                onChange={(event) => {
                  setName(event.target.value)
                  keepSignature(event.target.value.trim())
                }}
              />
            )}
          </Field>
        </div>
      </div>
      <KeyLine />
    </div>
  )
}
