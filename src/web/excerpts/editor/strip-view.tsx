// A strip as a person works on it: each word can be stood on and selected, by pointer or by keyboard; marks are things, not
// letters. Arrows follow the eye; Shift extends, Alt goes by letters.

import { useId, useMemo, type ClipboardEvent, type KeyboardEvent, type PointerEvent } from 'react'
import { showControls } from '../../parts/outside.tsx'
import { t } from '../../text/t.ts'
import { narrow } from './strip-deeds.ts'
import { printStrip } from './strip-print.ts'
import type { Strip } from './strip.ts'
import { headOf, isPicked, listWords, reach, spanOf, step, stepLetter, type Picked, type Word } from './words.ts'

type StripViewProps = {
  label: string
  text: string
  strip: Strip
  language: string | null
  direction: 'ltr' | 'rtl' | 'auto'
  picked: Picked | null
  onPick: (picked: Picked | null) => void
  /** A mark was opened: an insertion to be reworded, an elision to be put back. */
  onOpen: (part: number) => void
  /** Back space on a mark. */
  onRemove: (part: number) => void
  onFocus: () => void
  onPaste?: (words: string) => void
}

const sayMark = ({ mark, text }: Word): string | undefined => {
  if (mark === null) return undefined
  return mark.kind === 'elision' ? t('excerpt.elision') : t('excerpt.insertion', { words: text.slice(1, -1) })
}

function WordOption({ word, id, isOn, hidden }: { word: Word; id: string; isOn: boolean; hidden: string }) {
  const kind = word.mark === null ? 'word' : word.mark.kind
  const label = sayMark(word)
  return (
    <span
      role="option"
      id={id}
      data-word=""
      aria-selected={isOn}
      className={`strip-word is-${kind}${isOn ? ' picked' : ''}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(hidden === '' ? {} : { title: hidden })}
    >
      {showControls(word.text)}
    </span>
  )
}

export function StripView(props: StripViewProps) {
  const { label, text, strip, language, direction, picked, onPick } = props
  const id = useId()
  const words = useMemo(
    () => listWords(text, strip, language, picked ? [picked.anchor, picked.head] : []),
    [text, strip, language, picked],
  )
  const head = headOf(words, picked)
  const onKeyDown = useStripKeys(props, words)
  const pointer = usePointer(words, picked, onPick, props.onOpen)
  return (
    <div
      className="strip press"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-orientation="horizontal"
      tabIndex={0}
      dir={direction}
      {...(language ? { lang: language } : {})}
      {...(words[head] ? { 'aria-activedescendant': `${id}-${head}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={props.onFocus}
      onCopy={(event) => copyPrinted(event, props)}
      onPaste={(event) => props.onPaste?.(event.clipboardData.getData('text/plain'))}
      {...pointer}
    >
      <Words id={id} words={words} text={text} picked={picked} />
    </div>
  )
}

/** The printed form of what is selected, or of the whole. */
function copyPrinted(event: ClipboardEvent, { text, strip, picked }: StripViewProps) {
  event.preventDefault()
  const shown = picked ? narrow(text, strip, spanOf(picked)) : strip
  event.clipboardData.setData('text/plain', printStrip(text, shown))
}

type WordsProps = { id: string; words: readonly Word[]; text: string; picked: Picked | null }

function Words({ id, words, text, picked }: WordsProps) {
  return words.map((word, index) => (
    <span key={index} role="presentation">
      {word.space}
      <WordOption
        word={word}
        id={`${id}-${index}`}
        isOn={picked !== null && isPicked(word, spanOf(picked))}
        hidden={word.mark ? printStrip(text, word.mark.was) : ''}
      />
    </span>
  ))
}

function useStripKeys(props: StripViewProps, words: readonly Word[]) {
  const { text, strip, direction, picked, onPick } = props
  const isRight = direction === 'rtl'
  const moves: Readonly<Record<string, 1 | -1>> = isRight
    ? { ArrowLeft: 1, ArrowRight: -1, ArrowDown: 1, ArrowUp: -1 }
    : { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }
  const go = (event: KeyboardEvent): Picked | null | undefined => {
    const by = moves[event.key]
    if (by !== undefined && event.altKey && picked) return stepLetter(text, strip, picked, by)
    if (by !== undefined) return step(words, picked, by, event.shiftKey)
    const edge = event.key === 'Home' ? words[0] : event.key === 'End' ? words.at(-1) : undefined
    if (!edge) return undefined
    return event.shiftKey && picked ? reach(words, picked, edge) : { anchor: edge.from, head: edge.to }
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      const [first, last] = [words[0], words.at(-1)]
      if (event.key !== 'a' || !first || !last) return
      event.preventDefault()
      onPick({ anchor: first.from, head: last.to })
      return
    }
    const on = words[headOf(words, picked)]
    const next = go(event)
    if (next !== undefined) onPick(next)
    else if (event.key === 'Enter' && on?.mark) props.onOpen(on.part)
    else if ((event.key === 'Backspace' || event.key === 'Delete') && on?.mark) props.onRemove(on.part)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** The word under a pointer. */
function wordUnder(event: PointerEvent, words: readonly Word[]): Word | undefined {
  const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-word]')
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-word]')]
  return under ? words[options.indexOf(under)] : undefined
}

/** Press on a word selects it, drag or Shift extends; by touch, the next tap extends. Two presses on a mark open it. */
function usePointer(
  words: readonly Word[],
  picked: Picked | null,
  onPick: StripViewProps['onPick'],
  onOpen: StripViewProps['onOpen'],
) {
  const alone = (word: Word): Picked => ({ anchor: word.from, head: word.to })
  return {
    onPointerDown: (event: PointerEvent) => {
      const word = wordUnder(event, words)
      if (!word || event.button !== 0) return
      const isWithin = picked !== null && isPicked(word, spanOf(picked))
      const extends_ = picked !== null && !isWithin && (event.shiftKey || event.pointerType === 'touch')
      onPick(extends_ ? reach(words, picked, word) : alone(word))
    },
    onPointerMove: (event: PointerEvent) => {
      if (event.buttons !== 1 || picked === null || event.pointerType === 'touch') return
      const word = wordUnder(event, words)
      if (word) onPick(reach(words, picked, word))
    },
    onDoubleClick: () => {
      const on = words[headOf(words, picked)]
      if (on?.mark) onOpen(on.part)
    },
  }
}
