// The light element that every XML source is read into: names made canonical, base and language inherited.

/** An element with its text and children in the order of the document. */
export type XmlElement = {
  /** Canonical name: plain for the vocabularies of feeds themselves, prefixed (`dc:date`) for extensions; lower case. */
  readonly name: string
  /** Lower-case names as written (`href`, `rdf:about`). The first of repeated attributes holds. */
  readonly attributes: Readonly<Record<string, string>>
  readonly content: (string | XmlElement)[]
  /** `xml:base` resolved against its ancestors'; null = never given. */
  readonly base: string | null
  /** `xml:lang` in force here. */
  readonly language: string | null
  /** The document ended inside this element, so that its text may be cut short. */
  cut: boolean
}

/** Child elements of this name, in order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const part of element.content) if (typeof part !== 'string' && part.name === name) found.push(part)
  return found
}

export function firstChild(element: XmlElement, name: string): XmlElement | undefined {
  for (const part of element.content) if (typeof part !== 'string' && part.name === name) return part
  return undefined
}

/** Text directly inside the element, without that of its children. */
export function ownText(element: XmlElement): string {
  let text = ''
  for (const part of element.content) if (typeof part === 'string') text += part
  return text
}

/** All text inside the element. Nested elements are set apart by spaces where they usually break lines. */
export function innerText(element: XmlElement): string {
  let text = ''
  for (const part of element.content) {
    if (typeof part === 'string') text += part
    else text += inlineNames.has(part.name.replace(/^xhtml:/, '')) ? innerText(part) : ` ${innerText(part)} `
  }
  return text
}

const inlineNames = new Set(
  'a abbr acronym b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)
