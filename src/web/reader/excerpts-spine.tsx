// Kept excerpts in the spine beside the text: a mark for each at the block it begins in, reached by Tab, opened by Enter.

import { createContext, useContext } from 'react'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'
import { chooseExcerpt } from './excerpts-desk.ts'
import type { Marked } from './excerpts-marked.ts'

export const ExcerptsOfPage = createContext<readonly Marked[]>([])

const LONGEST_NAME = 80

export function SpineExcerpts({ block }: { block: number }) {
  const here = useContext(ExcerptsOfPage).filter((marked) => marked.block === block)
  if (here.length === 0) return null
  const marks = here.map(({ excerpt, isSure }) => (
    <button
      key={excerpt.id}
      data-excerpt={excerpt.id}
      type="button"
      className={isSure ? 'spine-excerpt' : 'spine-excerpt astray'}
      aria-label={t(isSure ? 'excerpt.spine' : 'excerpt.spine.astray', {
        words: excerpt.printed.slice(0, LONGEST_NAME),
      })}
      title={excerpt.printed.slice(0, LONGEST_NAME)}
      onClick={() => chooseExcerpt(excerpt.itemId, excerpt.id)}
    >
      <Icon name="bookmark" />
    </button>
  ))
  return <span className="spine-excerpts">{marks}</span>
}
