// The parts of a digest that a line can be.

export const parts = [
  'title',
  'caption',
  'quote',
  'summary',
  'body',
  'sources-heading',
  'original-title',
  'citation',
  'citation-address',
  'excerpt',
  'notes-heading',
  'note',
  'note-more',
  'image-heading',
  'image',
  'image-more',
  'index-title',
  'index-row',
  'related',
  'chrome',
  'left-over',
] as const

export type Part = (typeof parts)[number]
