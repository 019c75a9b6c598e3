import { useState } from 'react'
import { sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { Icon } from './icon.tsx'

type CopyButtonProps = { text: string; label: string; bare?: boolean }

/** Puts the text on the clipboard, and says so. @param bare only the icon is shown; the label is said */
export function CopyButton({ text, label, bare = false }: CopyButtonProps) {
  const [done, setDone] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
      sayWords(t('copy.done', { text: text.slice(0, 80) }))
    } catch {
      sayWords(t('copy.failed'))
    }
  }
  return (
    <button
      type="button"
      className={bare ? 'btn bare' : 'btn'}
      title={label}
      aria-label={bare ? label : undefined}
      onClick={() => void copy()}
    >
      <Icon name={done ? 'tick' : 'copy'} />
      {!bare && label}
    </button>
  )
}
