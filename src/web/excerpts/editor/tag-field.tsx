// Tags of an excerpt: those that it has, each with its way out, and a field that offers those the desk knows.

import { useId, useState, type KeyboardEvent } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { isolate, showIsolated } from '../../parts/outside.tsx'
import { t } from '../../text/t.ts'

type TagFieldProps = { tags: readonly string[]; known: readonly string[]; onChange: (tags: string[]) => void }

const LONGEST = 80

/** Tags as typed: parted by commas of any script, each once. */
export const readTags = (typed: string): string[] =>
  typed
    .split(/[,،，、\n]/u)
    .map((tag) => tag.trim().slice(0, LONGEST))
    .filter((tag) => tag !== '')

export function TagField({ tags, known, onChange }: TagFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const add = (words: string) => {
    const added = readTags(words)
    if (added.length > 0) onChange([...new Set([...tags, ...added])])
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1))
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('excerpt.tags')}</label>
      <div className="tag-field">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="tag"
            aria-label={t('excerpt.tag.remove', { tag })}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
          >
            {showIsolated(isolate(tag))} <Icon name="cross" />
          </button>
        ))}
        <input
          id={id}
          dir="auto"
          list={`${id}-known`}
          value={typed}
          onKeyDown={onKeyDown}
          onBlur={() => add(typed)}
          onChange={(event) => {
            const words = event.target.value
            const done = words.search(/[,،，、][^,،，、]*$/u)
            if (done >= 0) add(words.slice(0, done))
            setTyped(words.slice(done + 1))
          }}
        />
        <datalist id={`${id}-known`}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
      <p className="small q">{t('excerpt.tags.hint')}</p>
    </div>
  )
}
