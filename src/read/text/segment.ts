// A segment is a run of text between two borders of blocks: what a reader sees as one paragraph, heading, item or label.

/** Where a segment stands; one bit a fact. */
export const stand = {
  heading: 1,
  listItem: 2,
  cell: 4,
  quotation: 8,
  caption: 16,
  preformatted: 32,
  paragraph: 64,
  /** In header, footer, nav, aside or form, by tag or role. */
  header: 128,
  footer: 256,
  nav: 512,
  aside: 1024,
  form: 2048,
  time: 4096,
  article: 8192,
  /** Directly in an element with `<br>` borders: old pages write paragraphs so. */
  broken: 16384,
} as const

export type Segment = {
  /** Whitespace in single spaces; line breaks of `<br>` kept as "\n". */
  readonly text: string
  /** The block element that holds it. */
  readonly node: number
  /** First text node. */
  readonly first: number
  /** Letters and digits, where a letter of a script without spaces counts for more. */
  readonly weight: number
  /** Share of the weight that lies in links, 0–1. */
  readonly linkShare: number
  /** How many links begin in it. */
  readonly links: number
  /** Marks that end or divide sentences. */
  readonly stops: number
  readonly commas: number
  readonly stands: number
  /** 1–6 in a heading, else 0. */
  readonly level: number
}
