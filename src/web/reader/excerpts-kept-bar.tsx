// The kept excerpt that a person has chosen in the text, and what can be done with it.

import type { RefObject } from 'react'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { useKeys } from '../shell/keys.ts'
import { t } from '../text/t.ts'
import type { Page } from '../excerpts/editor/draft.ts'
import { chooseExcerpt } from './excerpts-desk.ts'
import { withdraw } from './excerpts-deeds.ts'
import { changeExcerpt, showExcerpt } from './excerpts-open.ts'
import type { Marked } from './excerpts-marked.ts'

type KeptBarProps = { marked: Marked; page: Page; box: RefObject<HTMLElement | null> }

export function KeptBar({ marked, page, box }: KeptBarProps) {
  const { excerpt, isSure } = marked
  const edit = () => changeExcerpt(page, excerpt)
  const close = () => chooseExcerpt(excerpt.itemId, null)
  useKeys([
    { key: 'e', name: 'excerpt.change', run: edit },
    { key: 'Escape', name: 'act.close', run: close },
  ])
  return (
    <div className={isSure ? 'excerpt-bar' : 'excerpt-bar astray'} role="toolbar" aria-label={t('excerpt.kept')}>
      <Icon name="bookmark" />
      {excerpt.speaker !== null && (
        <b>
          <Outside text={excerpt.speaker} />
        </b>
      )}
      <button
        type="button"
        className="clip as-text"
        dir={excerpt.direction}
        onClick={() => showExcerpt(page, marked, box.current)}
      >
        <Outside text={excerpt.printed} lang={excerpt.language} dir={excerpt.direction} className="press" />
      </button>
      <CopyButton text={excerpt.printed} label={t('excerpt.copy.original')} bare />
      <button type="button" className="btn" onClick={() => void withdraw(excerpt).then(close)}>
        {t('excerpt.withdraw')}
      </button>
      <button type="button" className="btn main-act" onClick={edit}>
        {t('excerpt.change')} <kbd>e</kbd>
      </button>
      <button type="button" className="btn bare" aria-label={t('act.close')} onClick={close}>
        <Icon name="cross" />
      </button>
    </div>
  )
}
