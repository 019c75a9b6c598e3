// The clipper: pages that a person reads elsewhere, sent here to be kept.

import { createRoute } from '@hono/zod-openapi'
import { addPage } from '../../collect/add-page.ts'
import { DeskError } from '../../domain/errors.ts'
import { dropClipperKey, findClipperKeyTime, isClipperKey, makeClipperKey } from '../../store/clipper-key.ts'
import type { Api } from '../api.ts'
import { CLIPS_PATH } from '../security/check-request.ts'
import { addedShape } from '../shapes/addition.ts'
import { clipShape, clipperKeyShape, clipperShape } from '../shapes/clip.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, jsonBody, problemAnswer } from './route-parts.ts'

const tags = ['additions']

const readRoute = createRoute({
  method: 'get',
  path: '/api/clipper',
  operationId: 'readClipper',
  tags,
  summary: 'The bookmarklet, and whether there is a key for an extension',
  responses: { 200: jsonAnswer(clipperShape, 'The clipper'), ...problemAnswer },
})

const makeKeyRoute = createRoute({
  method: 'post',
  path: '/api/clipper/keys',
  operationId: 'makeClipperKey',
  tags,
  summary: 'Make a key for an extension',
  description: 'It is shown this once. It opens one door: sending pages to /api/clips.',
  responses: { 201: jsonAnswer(clipperKeyShape, 'The key'), ...problemAnswer },
})

const dropKeyRoute = createRoute({
  method: 'delete',
  path: '/api/clipper/keys',
  operationId: 'dropClipperKey',
  tags,
  summary: 'Make the key worthless',
  responses: { 204: { description: 'There is no key any more' }, ...problemAnswer },
})

const clipRoute = createRoute({
  method: 'post',
  path: CLIPS_PATH,
  operationId: 'clipPage',
  tags,
  summary: 'Keep the page that a person is reading',
  description:
    'From the desk itself, or from elsewhere with `authorization: Bearer KEY`. The desk visits the page itself; HTML that is sent along is kept beside it and labelled as what the browser showed.',
  request: { body: jsonBody(clipShape) },
  responses: { 202: jsonAnswer(addedShape, 'The item; the visit is in the queue'), ...problemAnswer },
})

export function addClipRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.use(CLIPS_PATH, async (c, next) => {
    // Who comes with a key has not been asked where from: the key must be ours. Without one the door has looked already.
    const given = c.req.header('authorization')
    if (given !== undefined && !(await isClipperKey(db, given.replace(/^Bearer\s+/i, ''))))
      throw new DeskError('forbidden', 'This key is not the one of this desk. Make a new one for the clipper.')
    return next()
  })

  api.openapi(readRoute, async (c) => {
    const host = c.req.header('host') ?? ''
    return c.json({ bookmarklet: writeBookmarklet(`http://${host}`), keyMadeAt: await findClipperKeyTime(db) }, 200)
  })

  api.openapi(makeKeyRoute, async (c) => {
    const madeAt = now()
    return c.json({ key: await makeClipperKey(db, madeAt), madeAt }, 201)
  })

  api.openapi(dropKeyRoute, async (c) => {
    await dropClipperKey(db)
    return c.body(null, 204)
  })

  api.openapi(clipRoute, async (c) => {
    const { url, title, html } = c.req.valid('json')
    const added = await addPage(tools, { url, title, outletId: null })
    if (html !== null && html !== '')
      await tools.addFile({
        name: 'as the browser showed it.html',
        contentType: 'text/html; charset=utf-8',
        bytes: new TextEncoder().encode(html),
        url,
        outletId: null,
        source: 'as the browser showed it',
      })
    tools.wake()
    return c.json(added, 202)
  })
}

/** Longer addresses are cut off by browsers. */
const MOST_LETTERS = 1_500_000

/**
 * Opens the desk with the page behind `#`, which goes to no server. It holds no secret: whatever the page does with it,
 * the desk shows what it was sent, and keeps it only when the person says so.
 */
function writeBookmarklet(desk: string): string {
  const script = `(()=>{const d=document,p={url:location.href,title:d.title},h={...p,html:d.documentElement.outerHTML},e=x=>encodeURIComponent(JSON.stringify(x)),l=e(h);open(${JSON.stringify(`${desk}/clip#`)}+(l.length<${MOST_LETTERS}?l:e(p)),'_blank')})()`
  return `javascript:${encodeURIComponent(script)}`
}
