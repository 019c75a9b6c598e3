// Where others can reach the archive of this desk: the address that citations name copies under.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wordsOf } from '../api/ask.ts'
import { settingsQuestion } from '../api/questions.ts'
import { Field } from '../parts/field.tsx'
import { recordSettings } from '../settings/follow-settings.ts'
import { sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

export function ArchiveAddress() {
  const { data } = useQuery(settingsQuestion())
  const [typed, setTyped] = useState<string | null>(null)
  const kept = data?.archive ?? ''
  const save = async () => {
    const wanted = (typed ?? kept).trim()
    if (wanted === kept) return
    try {
      await recordSettings({ archive: wanted || null })
      setTyped(null)
      sayWords(t('settings.did'))
    } catch (error) {
      sayWords(wordsOf(error))
    }
  }
  return (
    <Field label={t('collection.archive')} hint={t('collection.archive.hint')}>
      {(id) => (
        <input
          id={id}
          type="text"
          inputMode="url"
          dir="ltr"
          maxLength={2000}
          placeholder="https://archive.example/desk/{time}/{url}"
          value={typed ?? kept}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void save()}
        />
      )}
    </Field>
  )
}
