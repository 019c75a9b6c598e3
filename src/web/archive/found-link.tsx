import type { ReactNode } from 'react'
import { t } from '../text/t.ts'
import type { FindingPlace } from './place-marks.ts'

const gravest = (places: readonly FindingPlace[]) =>
  (['error', 'warning', 'information'] as const).find((one) => places.some(({ severity }) => severity === one)) ??
  'information'

type FoundLinkProps = {
  places: readonly FindingPlace[]
  current: number | null
  onFinding: (index: number) => void
  children: ReactNode
}

/** A stretch of text in which something was found; it leads to the words beside. */
export function FoundLink({ places, current, onFinding, children }: FoundLinkProps) {
  const severity = gravest(places)
  const [first] = places
  if (!first) return children
  const isHere = places.some(({ index }) => index === current)
  return (
    <a
      href={`#finding-${first.index}`}
      data-places={places.map(({ index }) => index).join(' ')}
      className={`found ${severity}${isHere ? ' here' : ''}`}
      title={t(`severity.${severity}`)}
      onClick={(event) => {
        event.preventDefault()
        onFinding(first.index)
      }}
    >
      {children}
    </a>
  )
}
