// The dry run: what an address offers before anything is subscribed to.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { normaliseUrl } from '../../lib/url.ts'
import { findFeedByUrl } from '../../store/feeds.ts'
import type { Api } from '../api.ts'
import { discoveryRequestShape, discoveryShape } from '../shapes/discovery.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, jsonBody, problemAnswer } from './route-parts.ts'

const discoverRoute = createRoute({
  method: 'post',
  path: '/api/discoveries',
  operationId: 'discoverFeeds',
  tags: ['outlets'],
  summary: "Find an outlet's feeds and sitemaps, and show what they hold",
  description: 'Asks the outlet over the network, at its pace and within its robots.txt. Keeps nothing.',
  request: { body: jsonBody(discoveryRequestShape) },
  responses: { 200: jsonAnswer(discoveryShape, 'What was found, the best first'), ...problemAnswer },
})

export function addDiscoveryRoutes(api: Api, { db, discover }: ServerTools): void {
  api.openapi(discoverRoute, async (c) => {
    const found = await discover(c.req.valid('json').address)
    if (found.kind === 'failed') {
      throw new DeskError(found.failure === 'refused-address' ? 'bad-input' : 'network', found.reason)
    }
    const { address, outlet, notes } = found
    const feeds = await Promise.all(
      found.feeds.map(async (feed) => ({
        ...feed,
        samples: feed.samples.map(({ title, url, publishedAt }) => ({ title, url, publishedAt })),
        languages: [...feed.languages],
        notes: [...feed.notes],
        subscribed: (await findFeedByUrl(db, normaliseUrl(feed.url) ?? feed.url)) !== undefined,
      })),
    )
    return c.json({ address, outlet: { ...outlet, languages: [...outlet.languages] }, feeds, notes: [...notes] }, 200)
  })
}
