// In: tools. Out: the HTTP API, one file a noun in routes/, described by OpenAPI at /api/openapi.json.

import { OpenAPIHono } from '@hono/zod-openapi'
import { answerOnce } from './answer-once.ts'
import { answerError, answerNoSuch, describeInvalid } from './answer-error.ts'
import { limitBody } from './limit-body.ts'
import { refuseNul } from './refuse-nul.ts'
import { addAdditionRoutes } from './routes/additions.ts'
import { addAlertRoutes } from './routes/alerts.ts'
import { addArticleRoutes } from './routes/articles.ts'
import { addAuthorityRoutes } from './routes/authorities.ts'
import { addCaptureRoutes } from './routes/captures.ts'
import { addChangeRoutes } from './routes/changes.ts'
import { addClipRoutes } from './routes/clips.ts'
import { addCitationRoutes } from './routes/citations.ts'
import { addCitedOutletRoutes } from './routes/cited-outlets.ts'
import { addCopyRoutes } from './routes/copies.ts'
import { addDiscoveryRoutes } from './routes/discoveries.ts'
import { addEventRoutes } from './routes/events.ts'
import { addExcerptDeedRoutes } from './routes/excerpt-deeds.ts'
import { addExcerptImportRoutes } from './routes/excerpt-imports.ts'
import { addExcerptUseRoutes } from './routes/excerpt-uses.ts'
import { addExcerptRoutes } from './routes/excerpts.ts'
import { addFailureRoutes } from './routes/failures.ts'
import { addFeedRoutes } from './routes/feeds.ts'
import { addHealthRoutes } from './routes/health.ts'
import { addImportRoutes } from './routes/imports.ts'
import { addIndexRoutes } from './routes/indexes.ts'
import { addItemRoutes } from './routes/items.ts'
import { addJoinRoutes } from './routes/joins.ts'
import { addOpmlRoutes } from './routes/opml.ts'
import { addOutletMoveRoutes } from './routes/outlet-moves.ts'
import { addOutletRoutes } from './routes/outlets.ts'
import { addPolicyRoutes } from './routes/policies.ts'
import { addProblemRoutes } from './routes/problems.ts'
import { addSearchRoutes } from './routes/search.ts'
import { addRegisterRoutes } from './routes/register.ts'
import { addRomanisationRoutes } from './routes/romanisations.ts'
import { addSavedSearchRoutes } from './routes/saved-searches.ts'
import { addSettingRoutes } from './routes/settings.ts'
import { addStatementRoutes } from './routes/statements.ts'
import { addStatusRoutes } from './routes/status.ts'
import { addTranslationDeedRoutes } from './routes/translation-deeds.ts'
import { addTranslationRoutes } from './routes/translations.ts'
import { addEngineRoutes } from './routes/engines.ts'
import { addGlossaryRoutes } from './routes/glossary.ts'
import { addMemoryRoutes } from './routes/memory.ts'
import { addTranslationWorkRoutes } from './routes/translation-work.ts'
import { addTriageRoutes } from './routes/triage.ts'
import { addWorklistRoutes } from './routes/worklist.ts'
import type { ServerTools } from './tools.ts'
import { createNotFound } from './wrong-method.ts'

export type ApiSurroundings = {
  /** Fires when the server closes: event streams end. */
  readonly closing: AbortSignal
  readonly log: (error: unknown) => void
}

export type Api = OpenAPIHono

const MiB = 1024 * 1024
const MOST_JSON_BYTES = MiB
const MOST_LIST_BYTES = 16 * MiB
/** Read as it comes, never held whole. */
const MOST_MEMORY_BYTES = 512 * MiB
/** A page as a browser shows it, with every letter escaped. */
const MOST_CLIP_BYTES = 32 * MiB
/** A multipart form is a little more than the file in it. */
const FORM_BYTES = 64 * 1024

export function createApi(tools: ServerTools, around: ApiSurroundings): Api {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      return result.target === 'param' ? answerNoSuch(c.req.path) : describeInvalid(result.error)
    },
  })
  api.onError((error) => answerError(error, around.log))
  const answerNotFound = createNotFound(() => api.routes)
  api.notFound((c) => answerNotFound(c.req.path))
  api.use(limitBody((path) => mostBytes(path, tools.maxFileBytes)))
  api.use(refuseNul())
  api.use(answerOnce(tools))
  api.use('/api/*', async (c, next) => {
    await next()
    // What the desk knows is not for a shared cache, and is old the moment after.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })

  addRoutes(api, tools, around)
  api.doc('/api/openapi.json', {
    openapi: '3.0.3',
    info: {
      title: 'Dragoman',
      version: tools.about.version,
      description:
        'The desk of one machine. Times are milliseconds since 1970, UTC. Errors are RFC 9457 problem details with a permanent `code`.',
    },
  })
  return api
}

function addRoutes(api: Api, tools: ServerTools, around: ApiSurroundings): void {
  addStatusRoutes(api, tools)
  addItemRoutes(api, tools)
  addChangeRoutes(api, tools)
  addCopyRoutes(api, tools)
  // Before the excerpts: their “export” is no id.
  addCitationRoutes(api, tools)
  addExcerptRoutes(api, tools)
  addExcerptDeedRoutes(api, tools)
  addExcerptUseRoutes(api, tools)
  addExcerptImportRoutes(api, tools)
  addRomanisationRoutes(api, tools)
  addTriageRoutes(api, tools)
  addCaptureRoutes(api, tools)
  addSearchRoutes(api, tools)
  addSavedSearchRoutes(api, tools)
  addAlertRoutes(api, tools)
  addOutletRoutes(api, tools)
  addStatementRoutes(api, tools)
  addHealthRoutes(api, tools)
  addPolicyRoutes(api, tools)
  addOutletMoveRoutes(api, tools)
  addFeedRoutes(api, tools)
  addDiscoveryRoutes(api, tools)
  addAdditionRoutes(api, tools)
  addClipRoutes(api, tools)
  addOpmlRoutes(api, tools)
  addRegisterRoutes(api, tools)
  addFailureRoutes(api, tools)
  addArticleRoutes(api, tools)
  addWorklistRoutes(api, tools)
  addCitedOutletRoutes(api, tools)
  addImportRoutes(api, tools)
  addIndexRoutes(api, tools)
  addAuthorityRoutes(api, tools)
  addJoinRoutes(api, tools)
  addTranslationRoutes(api, tools)
  addTranslationDeedRoutes(api, tools)
  addTranslationWorkRoutes(api, tools)
  addEngineRoutes(api, tools)
  addMemoryRoutes(api, tools)
  addGlossaryRoutes(api, tools)
  addSettingRoutes(api, tools)
  addEventRoutes(api, tools, around.closing)
  addProblemRoutes(api)
}

const lists: ReadonlySet<string> = new Set(['/api/opml', '/api/register', '/api/glossary/file', '/api/excerpts/import'])

function mostBytes(path: string, maxFileBytes: number): number {
  if (path === '/api/files' || path === '/api/imports') return maxFileBytes + FORM_BYTES
  if (path === '/api/memory/tmx') return MOST_MEMORY_BYTES
  if (lists.has(path)) return MOST_LIST_BYTES
  return path === '/api/clips' ? MOST_CLIP_BYTES : MOST_JSON_BYTES
}
