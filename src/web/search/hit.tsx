import { Link } from '@tanstack/react-router'
import type { Hit as HitRecord } from '../../server/shapes/search.ts'
import { OutletName } from '../inbox/item-row.tsx'
import { orderOf } from '../inbox/list-lines.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { lightRanges, Outside } from '../parts/outside.tsx'
import { OriginalTitle } from '../parts/page-title.tsx'
import { sayDay, sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** A passage is a piece of the text: grey dots, not part of it, stand where it was cut. */
function cutOf(text: string): string {
  const start = /^\p{Ll}/u.test(text.trim()) ? ' cut-start' : ''
  const end = /[.!?…。！？؟۔»"”’)]$/u.test(text.trim()) ? '' : ' cut-end'
  return `sn${start}${end}`
}

type HitProps = { hit: HitRecord; active: boolean; index: number; onActive: () => void; onOpen: () => void }

/** One hit: its title and the passages that answer, lit, in their own script. */
export function Hit({ hit, active, index, onActive, onOpen }: HitProps) {
  const spoken = hit.language ? { lang: hit.language } : {}
  return (
    <li
      className={active ? 'res on' : 'res'}
      data-hit={index}
      onClick={(event) =>
        !(event.target instanceof Element && event.target.closest('a')) && !getSelection()?.toString() && onOpen()
      }
    >
      <span className="tags">
        <LanguageMark language={hit.language} />
      </span>
      <div className="found">
        <h2 className="t" dir={hit.direction} {...spoken}>
          <Link to={hit.article === null ? '/items/$id' : '/articles/$id'} params={{ id: hit.id }} onFocus={onActive}>
            <OriginalTitle page={hit} ranges={hit.titleRanges} />
          </Link>
        </h2>
        {hit.passages.map((passage, at) => (
          <p key={at} className={cutOf(passage.text)} dir={hit.direction} {...spoken}>
            {lightRanges(passage.text, passage.ranges)}
          </p>
        ))}
      </div>
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
    </li>
  )
}
