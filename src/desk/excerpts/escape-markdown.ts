// Text from outside as Markdown (CommonMark) shows it, letter by letter: no mark in it means anything.

/** A line or paragraph; breaks of lines become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&$^"=-]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
}

/** An address as a link that shows itself; one that would end the link early is percent-encoded. */
export function markdownLink(url: string): string {
  return `<${url.replace(/[<>\s\\]/gu, (sign) => encodeURIComponent(sign))}>`
}
