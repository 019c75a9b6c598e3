// Icons on a grid of 16, one stroke. A glyph that carries meaning gets a name; the others are silent.

const shapes = {
  mark: 'M1.800 2.700h4.900v10.600H1.800zM9.300 2.700h4.900v10.600H9.300zM3.600 5.800h1.300M3.600 8h1.300M11.100 5.800h1.300M11.100 8h1.300M6.700 8h2.600',
  inbox: 'M2 9l2-6h8l2 6v4H2zM2 9h3.500l1 2h3l1-2H14',
  search: 'M11.500 7a4.500 4.500 0 1 1-9 0 4.500 4.500 0 0 1 9 0M10.400 10.400 14 14',
  outlets: 'M2 13V3h9v10zM11 6h3v6a1 1 0 0 1-1 1H2M4.500 5.500h4M4.500 8h4M4.500 10.500h2.500',
  add: 'M8 3v10M3 8h10',
  status: 'M2 8h3l2-5 3 10 1.800-5H14',
  ring: 'M11.400 8a3.400 3.400 0 1 1-6.800 0 3.400 3.400 0 0 1 6.800 0',
  clock: 'M13.500 8a5.500 5.500 0 1 1-11 0 5.500 5.500 0 0 1 11 0M8 5v3l2 1.500',
  tick: 'M3.500 8.500l3 3 6-7',
  cross: 'M4 4l8 8M12 4l-8 8',
  seal: 'M8 2l5 1.800v4C13 11 11 13 8 14c-3-1-5-3-5-6.200v-4zM5.700 8l1.700 1.700 3-3.200',
  differs: 'M8 2.500 14.200 13H1.800zM8 6.500v3M8 11.200v.1',
  gap: 'M2 8h2M7 8h2M12 8h2',
  dash: 'M3.500 8h9',
  up: 'M8 13V3M4 7l4-4 4 4',
  back: 'M10 3.500 5.500 8l4.500 4.500',
  forward: 'M6 3.500 10.500 8 6 12.500',
  down: 'M4 6l4 4 4-4',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  play: 'M5 3l7.500 5L5 13z',
  again: 'M13 8a5 5 0 1 1-1.600-3.700M13 2.500v2.600h-2.600',
  file: 'M4 2h5.500L12 4.500V14H4zM9.500 2v2.500H12',
  page: 'M2 3h12v10H2zM2 5.800h12',
  person:
    'M10.500 5.500a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0M3 14c.400-2.800 2.300-4.300 5-4.300s4.600 1.500 5 4.300',
  trash: 'M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500l.600 9h5.800l.600-9',
  out: 'M6.500 3.500H3v9.500h9.500V9.500M9 3h4v4M13 3 7.500 8.500',
  gear: 'M8 5.600a2.400 2.400 0 1 0 0 4.800 2.400 2.400 0 0 0 0-4.800M8 1.800v2M8 12.200v2M1.800 8h2M12.200 8h2M3.600 3.600l1.400 1.400M11 11l1.400 1.400M3.600 12.400 5 11M11 5l1.400-1.400',
  flag: 'M4 14V2.500h8l-2 3 2 3H4',
  picked: 'M2.500 2.500h11v11h-11zM5 8.200l2.200 2.300L11.200 5.500',
  bell: 'M4 11.500V7a4 4 0 1 1 8 0v4.500zM3 11.500h10M7 13.800h2',
  bookmark: 'M4 2.500h8v11l-4-3-4 3z',
  pencil: 'M3 13l.700-3L11 2.700 13.300 5 6 12.300z',
  merge: 'M3 3v3c0 3 5 2 5 5v2M13 3v3c0 3-5 2-5 5M6 11l2 2.500 2-2.500',
  archive: 'M2 3h12v3H2zM3 6v7h10V6M6.500 8.500h3',
  copy: 'M5.500 5.500h8v8h-8zM3 10.500h-.500v-8h8V3',
  languages:
    'M2 4h7M5.500 2.500V4M7.500 4c-.600 2.700-2.400 4.700-5 5.800M3.800 6.200c.900 1.600 2.200 2.700 3.900 3.400M7.500 13.500l3.200-7.500 3.300 7.500M8.700 11h4.100',
  facets: 'M2.500 4h11M4.500 8h7M6.500 12h3',
} as const

export type IconName = keyof typeof shapes | 'dot'

type IconProps = { name: IconName; label?: string; flip?: boolean }

export function Icon({ name, label, flip = false }: IconProps) {
  const meaning = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label }
  return (
    <svg className={flip ? 'i flip' : 'i'} viewBox="0 0 16 16" {...meaning}>
      {name === 'dot' ? <circle cx="8" cy="8" r="3.6" fill="currentColor" stroke="none" /> : <path d={shapes[name]} />}
    </svg>
  )
}
