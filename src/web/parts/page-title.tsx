// A page's title wherever pages are listed: translated and original, in the order that the person has chosen, each with
// the tag that says what it is.

import { Link } from '@tanstack/react-router'
import { useSetting } from '../shell/settings.ts'
import { directionOf } from '../text/languages.ts'
import { LanguageMark } from './language-mark.tsx'
import { Outside, type Range } from './outside.tsx'
import { shownTranslation, type TitledPage, type TitleTranslation } from './shown-title.ts'
import { TitleTag } from './translation-tag.tsx'

/** The title as the page prints it; its address where it has none. */
export function OriginalTitle({ page, ranges = [] }: { page: TitledPage; ranges?: readonly Range[] }) {
  if (page.title === null) return <bdi className="mono q">{page.url ?? page.id}</bdi>
  return <Outside text={page.title} lang={page.language} dir={page.direction} ranges={ranges} />
}

export function TranslatedTitle({ of, ranges = [] }: { of: TitleTranslation; ranges?: readonly Range[] }) {
  return <Outside text={of.title} lang={of.language} dir={directionOf(of.language)} ranges={ranges} />
}

/** A page's title as a link to it, with its translation above or below. */
export function PageTitle({ page }: { page: TitledPage }) {
  const order = useSetting('titles')
  const translation = shownTranslation(page, order)
  const original = { tag: <LanguageMark language={page.language} />, title: <OriginalTitle page={page} /> }
  const translated = translation && {
    tag: <TitleTag translation={translation} />,
    title: <TranslatedTitle of={translation} />,
  }
  const [first, second] = translated && order === 'translated' ? [translated, original] : [original, translated]
  return (
    <span className="page-title">
      <span>
        {first.tag}{' '}
        <Link to="/items/$id" params={{ id: page.id }} className="press">
          {first.title}
        </Link>
      </span>
      {second && (
        <span className="second">
          {second.tag} <span className="press">{second.title}</span>
        </span>
      )}
    </span>
  )
}
