// Tags of an excerpt: those that it has, each with its way out, and a field that offers those the desk knows.

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
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
  const add = (words: string) => {
    const added = readTags(words)
    if (added.length > 0) onChange([...new Set([...tags, ...added])])
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
        <TypedTags
          id={id}
          offers={known.filter((tag) => !tags.includes(tag))}
          onAdd={add}
          onBack={() => onChange(tags.slice(0, -1))}
        />
      </div>
      <p className="small q">{t('excerpt.tags.hint')}</p>
    </div>
  )
}

type TypedTagsProps = {
  id: string
  offers: readonly string[]
  onAdd: (words: string) => void
  /** Back space where nothing is typed. */
  onBack: () => void
}

/** Whether a button of the pointer is down at this moment. */
function usePressed() {
  const isPressed = useRef(false)
  useEffect(() => {
    const told = ({ type }: Event) => {
      isPressed.current = type === 'pointerdown'
    }
    const types = ['pointerdown', 'pointerup', 'pointercancel']
    for (const type of types) window.addEventListener(type, told, true)
    return () => {
      for (const type of types) window.removeEventListener(type, told, true)
    }
  }, [])
  return isPressed
}

/** A tag is added by a comma, by Enter, and by going on to another field. */
function TypedTags({ id, offers, onAdd, onBack }: TypedTagsProps) {
  const [typed, setTyped] = useState('')
  const isPressed = usePressed()
  const add = (words: string, rest = '') => {
    onAdd(words)
    setTyped(rest)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '') onBack()
  }
  // A tag more may need a line more: the button that is being pressed must not move away from under the pointer.
  const onBlur = () => {
    if (isPressed.current) window.addEventListener('pointerup', () => add(typed), { once: true, capture: true })
    else add(typed)
  }
  const onType = (words: string) => {
    const done = words.search(/[,،，、][^,،，、]*$/u)
    if (done < 0) setTyped(words)
    else add(words.slice(0, done), words.slice(done + 1))
  }
  return (
    <>
      <input
        id={id}
        dir="auto"
        list={`${id}-known`}
        value={typed}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {offers.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  )
}
