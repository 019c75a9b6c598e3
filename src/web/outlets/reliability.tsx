import type { Statement } from '../../server/shapes/outlet.ts'
import { signatureOf } from '../parts/descriptor.tsx'
import { t, type PhraseKey } from '../text/t.ts'

export const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Admiralty reliability as a row without a ramp; “not judged” stands after F and is what is so until somebody judges. */
export function Reliability({ statement }: { statement: Statement | null }) {
  const judged = statement?.value ?? null
  const words = judged === null ? t('reliability.none') : t(`reliability.${judged}` as PhraseKey)
  return (
    <span
      className="letters"
      role="img"
      aria-label={judged === null ? words : `${judged}: ${words}`}
      title={statement ? `${words} · ${signatureOf(statement)}` : words}
    >
      {letters.map((letter) => (
        <i key={letter} className={letter === judged ? 'on' : ''}>
          {letter}
        </i>
      ))}
      <i className={judged === null ? 'none on' : 'none'}>{t('reliability.none')}</i>
    </span>
  )
}
