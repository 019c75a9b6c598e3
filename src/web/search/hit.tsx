import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Hit as HitRecord, Passage } from '../../server/shapes/search.ts'
import { OutletName } from '../inbox/item-row.tsx'
import { orderOf } from '../inbox/list-lines.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { lightRanges, Outside } from '../parts/outside.tsx'
import { OriginalTitle } from '../parts/page-title.tsx'
import { TranslationTag } from '../parts/translation-tag.tsx'
import { useSetting } from '../shell/settings.ts'
import { sayDay, sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { layHit, type TranslatedLine } from './hit-lines.ts'
import { WhyMatched } from './why-matched.tsx'

/** A passage is a piece of the text: grey dots, not part of it, stand where it was cut. */
function cutOf(text: string): string {
  const start = /^\p{Ll}/u.test(text.trim()) ? ' cut-start' : ''
  const end = /[.!?…。！？؟۔»"”’)]$/u.test(text.trim()) ? '' : ' cut-end'
  return `sn${start}${end}`
}

const Tag = ({ of }: { of: TranslatedLine }) => <TranslationTag language={of.language} state={of.state} by={of.by} />

type LineProps = { hit: HitRecord; first: boolean; link: (title: ReactNode) => ReactNode }

/** A title that comes first is the link; one that comes second stands under it. */
function TitleLine({
  tag,
  first,
  writing,
  children,
}: {
  tag: ReactNode
  first: boolean
  writing: object
  children: ReactNode
}) {
  const Line = first ? 'h2' : 'p'
  return (
    <>
      <span className="tags">{tag}</span>
      <Line className={first ? 't' : 'o'} {...writing}>
        {children}
      </Line>
    </>
  )
}

type Written = { readonly language: string | null; readonly direction: TranslatedLine['direction'] }

const writingOf = ({ language, direction }: Written) => ({
  dir: direction,
  ...(language ? { lang: language } : {}),
})

function Original({ hit, first, link }: LineProps) {
  const title = <OriginalTitle page={hit} ranges={hit.titleRanges} />
  return (
    <TitleLine tag={<LanguageMark language={hit.language} />} first={first} writing={writingOf(hit)}>
      {first ? link(title) : title}
    </TitleLine>
  )
}

function Translated({ of, first, link }: { of: TranslatedLine } & Omit<LineProps, 'hit'>) {
  const title = <Outside text={of.words.text} lang={of.language} dir={of.direction} ranges={of.words.ranges} />
  return (
    <TitleLine tag={<Tag of={of} />} first={first} writing={writingOf(of)}>
      {first ? link(title) : title}
    </TitleLine>
  )
}

function Passages({ passages, writing }: { passages: readonly Passage[]; writing: object }) {
  return passages.map((passage, at) => (
    <p key={at} className={cutOf(passage.text)} {...writing}>
      {lightRanges(passage.text, passage.ranges)}
    </p>
  ))
}

function Source({ hit }: { hit: HitRecord }) {
  return (
    <div className="meta">
      {hit.article === null ? (
        <>
          <OutletName outlet={hit.outlet} />
          <Descriptor statement={hit.outlet.descriptor} />
        </>
      ) : (
        <>
          <span className="chip">{t('search.ours', { kind: t(`article.kind.${hit.article.kind}`) })}</span>
          {hit.article.authors.length > 0 && <Outside text={hit.article.authors.join(', ')} />}
        </>
      )}
      <span className="q2">{hit.publishedEdtf ? sayEdtf(hit.publishedEdtf) : sayDay(orderOf(hit))}</span>
    </div>
  )
}

type HitProps = { hit: HitRecord; active: boolean; index: number; onActive: () => void; onOpen: () => void }

/** One hit: its title in translation and as printed, the passages that answer, lit, in their own script, and why it is one. */
export function Hit({ hit, active, index, onActive, onOpen }: HitProps) {
  const lines = layHit(hit, useSetting('titles'))
  const translated = lines.translatedTitle
  const isOriginalFirst = translated === null || lines.isOriginalFirst
  const link = (title: ReactNode) => (
    <Link to={hit.article === null ? '/items/$id' : '/articles/$id'} params={{ id: hit.id }} onFocus={onActive}>
      {title}
    </Link>
  )
  const original = <Original hit={hit} first={isOriginalFirst} link={link} />
  return (
    <li
      className={active ? 'res on' : 'res'}
      data-hit={index}
      onClick={(event) =>
        !(event.target instanceof Element && event.target.closest('a')) && !getSelection()?.toString() && onOpen()
      }
    >
      <div className="found">
        {isOriginalFirst && original}
        {translated && <Translated of={translated} first={!isOriginalFirst} link={link} />}
        {!isOriginalFirst && original}
        {lines.leads.map((lead) => (
          <div key={lead.language} className="lead-line">
            <span className="tags">
              <Tag of={lead} />
            </span>
            <Passages passages={[lead.words]} writing={writingOf(lead)} />
          </div>
        ))}
        {lines.leads.length > 0 && lines.passages.length > 0 && (
          <span className="tags">
            <LanguageMark language={hit.language} />
          </span>
        )}
        <Passages passages={lines.passages} writing={writingOf(hit)} />
        <WhyMatched hit={hit} />
      </div>
      <Source hit={hit} />
    </li>
  )
}
