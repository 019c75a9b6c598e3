// In: the HTML of a preserved page. Out: the same page, element for element, whose addresses lead nowhere.
// Why, when the policy forbids every request already: browsers open a connection for a link that is followed, a frame
// that is about to be refused, and `<link rel=preconnect>` before or without asking the policy (seen in Chromium).
// An analyst who looks at a preserved page must not knock at the publisher's door, not even by an empty connection.
// Attribute names cannot be written in escapes, so they are found anywhere, also where only a careless parser sees a tag.

const SPACE = '[\\t\\n\\f\\r ]*'
const ADDRESSES = new RegExp(`(?<=[\\t\\n\\f\\r /"'])((?:xlink:)?href|src)(${SPACE}=${SPACE}["']?)`, 'gi')
const INNER_PAGES = /(?<=[\t\n\f\r /"'])(srcdoc|attributename)(?=[\t\n\f\r /=>])/gi

/**
 * Every `href` and `src` becomes a place in the page itself (`https://x.example/` → `#https://x.example/`), so that
 * links still look like links and say where they led; pages within attributes and animated attributes lose their names.
 */
export function makeInert(html: string): string {
  const bent = html.replace(ADDRESSES, (found: string, _name: string, _equals: string, at: number) =>
    leadsNowhere(html, at + found.length) ? found : `${found}#`,
  )
  return bent.replace(INNER_PAGES, 'data-$1')
}

/** Places in the page, and pictures that lie in the address itself. */
function leadsNowhere(html: string, start: number): boolean {
  return html[start] === '#' || html.slice(start, start + 5).toLowerCase() === 'data:'
}
