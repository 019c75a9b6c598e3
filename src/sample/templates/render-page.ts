// In: an article page. Out: its HTML in the outlet's own template. Adding a template is one file and one line here.

import type { TemplateName } from '../sample-outlet.ts'
import { renderAgency } from './agency.ts'
import { renderAggregator } from './aggregator.ts'
import { renderApp } from './app.ts'
import type { ArticlePage } from './article-page.ts'
import { renderBroadsheet } from './broadsheet.ts'
import { renderMagazine } from './magazine.ts'
import { renderPlain } from './plain.ts'
import { renderPortal } from './portal.ts'
import { renderWeblog } from './weblog.ts'

const templates: Readonly<Record<TemplateName, (page: ArticlePage) => string>> = {
  broadsheet: renderBroadsheet,
  portal: renderPortal,
  agency: renderAgency,
  weblog: renderWeblog,
  magazine: renderMagazine,
  plain: renderPlain,
  app: renderApp,
  aggregator: renderAggregator,
}

/** The page's HTML as text, before it is encoded. */
export function renderPage(page: ArticlePage): string {
  return templates[page.outlet.template](page)
}
