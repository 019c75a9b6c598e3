// In: the head of a document and its Content-Type. Out: the charsets that they claim, in order of authority.
// Why a list: header and page often contradict each other, and the bytes decide who is believed.

export type DeclaredCharset = { readonly charset: string; readonly why: 'header' | 'meta' | 'xml-declaration' }

export type DocumentKind = 'html' | 'xml' | 'text'

// The standard looks at 1,024 bytes; long scripts before the declaration are common enough to look further.
const HEAD_BYTES = 8 * 1024

/** The first bytes as text in which every byte is one character. */
export function readHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1')
}

/** What header, XML declaration and meta elements claim, the strongest first, each charset once. Unknown names are left out. */
export function findDeclaredCharsets(head: string, contentType: string | null, kind: DocumentKind): DeclaredCharset[] {
  const header = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1]
  const xml = kind === 'text' ? undefined : /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1]
  const meta = kind === 'html' ? findMetaCharset(head) : undefined
  const claims = [claim(header, 'header'), claim(xml, 'xml-declaration'), claim(meta, 'meta')].flat()
  return claims.filter((one, at) => claims.findIndex((other) => other.charset === one.charset) === at)
}

function claim(label: string | undefined, why: DeclaredCharset['why']): DeclaredCharset[] {
  const charset = label === undefined ? null : readLabel(label)
  if (!charset) return []
  // A declaration that can be read as ASCII cannot stand in UTF-16; the standard takes it for UTF-8.
  return [{ charset: why !== 'header' && charset.startsWith('utf-16') ? 'utf-8' : charset, why }]
}

/**
 * The name that the Encoding Standard gives to a label, in lower case, or null for one that nobody knows.
 * GB2312 and GBK are read as their superset GB18030. Labels that differ from a known one by punctuation are forgiven.
 */
export function readLabel(label: string): string | null {
  const plain = label.trim().toLowerCase().replaceAll('_', '-')
  const repaired = plain
    .replace(/^(?:win|windows|cp|windows-cp|x-cp)-?(125\d|874)$/, 'windows-$1')
    .replace(/^utf-?8.*$/, 'utf-8')
    .replace(/^koi-?8-?([ru])$/, 'koi8-$1')
  for (const name of [label.trim(), plain, repaired]) {
    const known = lookUp(name)
    if (known) return known === 'gbk' ? 'gb18030' : known
  }
  return null
}

function lookUp(name: string): string | null {
  try {
    const { encoding } = new TextDecoder(name)
    return encoding === 'x-user-defined' ? 'windows-1252' : encoding
  } catch {
    return null
  }
}

function findMetaCharset(head: string): string | undefined {
  for (const [, attributes = ''] of head.replace(/<!--.*?-->/gs, '').matchAll(/<meta\b([^>]*)/gi)) {
    const content = /\bcontent\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i.exec(attributes)?.[1] ?? ''
    const own = /\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(attributes.replace(content, ''))?.[1]
    if (own) return own
    const inContent = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(content)?.[1]
    if (inContent && /http-equiv\s*=\s*["']?content-type/i.test(attributes)) return inContent
  }
  return undefined
}

/** The language a document claims, as the first part of its tag in lower case; a hint for guessing. */
export function findClaimedLanguage(head: string): string | null {
  const tag =
    /<(?:html|rss|feed)\b[^>]*\slang\s*=\s*["']?([a-z]{2,3})|xml:lang\s*=\s*["']([a-z]{2,3})|<language>\s*([a-z]{2,3})/i.exec(
      head,
    )
  return (tag?.[1] ?? tag?.[2] ?? tag?.[3])?.toLowerCase() ?? null
}
