// What the page begins with: the style sheets, and the desk itself once the first rows are on the screen. They are drawn
// by `public/first-items.js`, which a busy desk would keep from doing so.

import './style/faces.css'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import './style/shell.css'
import './style/inbox.css'
import './style/reader.css'
import './style/drawer.css'
import './style/search.css'
import './style/outlets.css'
import './style/add.css'
import './style/status.css'

const LONGEST_MS = 1500

async function start(): Promise<void> {
  const early = globalThis.firstItems
  if (early) await Promise.race([early.drawn, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))])
  await import('./main.tsx')
}

void start()
