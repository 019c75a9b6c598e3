// The desk's addresses. Every screen but the first is fetched when it is first wanted.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { filterNames, type ItemFilter } from './api/questions.ts'
import { archiveFilterNames, type ArchiveFilter } from './archive/archive-filter.ts'
import { collectionFilterNames, type CollectionFilter } from './excerpts/collection-filter.ts'
import { Inbox } from './inbox/inbox.tsx'
import { Empty, Waiting } from './parts/states.tsx'
import { Shell } from './shell/shell.tsx'
import { t } from './text/t.ts'

type Given = Record<string, unknown>

const textIn = (given: Given, name: string): string | undefined => {
  const value = given[name]
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
}
const isoDayIn = (given: Given, name: string): string | undefined => {
  const day = textIn(given, name)
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined
}
const oneOf = <const Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((each) => each === value)
/** Leaves out what is not there, so that addresses stay short. */
const only = <Search extends Given>(search: Search): Partial<Search> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Partial<Search>

function Broken({ reset }: ErrorComponentProps) {
  return (
    <div className="say" role="alert">
      <p>{t('error.ours')}</p>
      <p>
        <button type="button" className="btn" onClick={reset}>
          {t('act.again')}
        </button>{' '}
        <button type="button" className="btn" onClick={() => location.reload()}>
          {t('act.reload')}
        </button>
      </p>
    </div>
  )
}

const root = createRootRoute({
  component: Shell,
  errorComponent: Broken,
  notFoundComponent: () => (
    <Empty>
      <p>{t('error.noPage')}</p>
    </Empty>
  ),
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Inbox,
  validateSearch: (given: Given): ItemFilter =>
    only(Object.fromEntries(filterNames.map((name) => [name, textIn(given, name)]))),
})
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyRouteComponent(() => import('./search/search.tsx'), 'Search'),
  validateSearch: (given: Given) =>
    only({
      q: textIn(given, 'q'),
      order: oneOf(['newest', 'relevant'], given['order']),
      plot: oneOf(['language', 'alignment', 'outlet'], given['plot']),
    }),
})
const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$id',
  component: lazyRouteComponent(() => import('./reader/reader.tsx'), 'Reader'),
  /** `excerpt`: the one that is to be shown and opened. */
  validateSearch: (given: Given) => only({ excerpt: textIn(given, 'excerpt') }),
})
const collection = createRoute({
  getParentRoute: () => root,
  path: '/excerpts',
  component: lazyRouteComponent(() => import('./excerpts/collection.tsx'), 'Collection'),
  validateSearch: (given: Given): CollectionFilter =>
    only(Object.fromEntries(collectionFilterNames.map((name) => [name, textIn(given, name)]))),
})
const outlets = createRoute({
  getParentRoute: () => root,
  path: '/outlets',
  component: lazyRouteComponent(() => import('./outlets/outlets.tsx'), 'Outlets'),
  validateSearch: (given: Given) => only({ health: oneOf(['failing', 'quiet', 'paused'], given['health']) }),
})
const outlet = createRoute({
  getParentRoute: () => root,
  path: '/outlets/$id',
  component: lazyRouteComponent(() => import('./outlets/outlet.tsx'), 'Outlet'),
  validateSearch: (given: Given) => only({ day: isoDayIn(given, 'day') }),
})
const add = createRoute({
  getParentRoute: () => root,
  path: '/add',
  component: lazyRouteComponent(() => import('./add/add.tsx'), 'Add'),
  validateSearch: (given: Given) =>
    only({ way: oneOf(['outlet', 'page', 'file', 'opml', 'register', 'clip'], given['way']) }),
})
const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  component: lazyRouteComponent(() => import('./status/status.tsx'), 'Status'),
})
const searches = createRoute({
  getParentRoute: () => root,
  path: '/searches',
  component: lazyRouteComponent(() => import('./searches/searches.tsx'), 'Searches'),
  validateSearch: (given: Given) => only({ id: textIn(given, 'id') }),
})
const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  component: lazyRouteComponent(() => import('./coverage/coverage.tsx'), 'Coverage'),
  validateSearch: (given: Given) => only({ from: isoDayIn(given, 'from'), to: isoDayIn(given, 'to') }),
})
const clip = createRoute({
  getParentRoute: () => root,
  path: '/clip',
  component: lazyRouteComponent(() => import('./clip/clip.tsx'), 'Clip'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings.tsx'), 'Settings'),
})

const translation = createRoute({
  getParentRoute: () => root,
  path: '/translation',
  component: lazyRouteComponent(() => import('./translation/translation-desk.tsx'), 'TranslationDesk'),
  validateSearch: (given: Given) =>
    only({
      part: oneOf(['engines', 'work', 'glossary', 'memory'], given['part']),
      state: oneOf(['waiting', 'failed', 'people'], given['state']),
      q: textIn(given, 'q'),
      language: textIn(given, 'language'),
      kind: oneOf(['person', 'organisation', 'place', 'other'], given['kind']),
      from: textIn(given, 'from'),
      to: textIn(given, 'to'),
      way: oneOf(['like'], given['way']),
    }),
})

const archive = createRoute({
  getParentRoute: () => root,
  path: '/archive',
  component: lazyRouteComponent(() => import('./archive/archive.tsx'), 'Archive'),
  validateSearch: (given: Given): ArchiveFilter =>
    only(Object.fromEntries(archiveFilterNames.map((name) => [name, textIn(given, name)]))),
})
const article = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  component: lazyRouteComponent(() => import('./archive/article.tsx'), 'Article'),
  validateSearch: (given: Given) => only({ view: oneOf(['page', 'text', 'edit'], given['view']) }),
})
const authorities = createRoute({
  getParentRoute: () => root,
  path: '/authorities',
  component: lazyRouteComponent(() => import('./authorities/authorities.tsx'), 'Authorities'),
  validateSearch: (given: Given) =>
    only({
      kind: oneOf(['person', 'organisation', 'place', 'weapon-system', 'country'], given['kind']),
      begins: textIn(given, 'begins'),
      view: oneOf(['list', 'joins'], given['view']),
    }),
})
const authority = createRoute({
  getParentRoute: () => root,
  path: '/authorities/$id',
  component: lazyRouteComponent(() => import('./authorities/authority.tsx'), 'Authority'),
  validateSearch: (given: Given) => only({ view: oneOf(['mentions', 'said'], given['view']) }),
})
const indexes = createRoute({
  getParentRoute: () => root,
  path: '/indexes',
  component: lazyRouteComponent(() => import('./archive/indexes.tsx'), 'Indexes'),
  validateSearch: (given: Given) =>
    only({ by: oneOf(['countries', 'authors', 'topics'], given['by']), of: textIn(given, 'of') }),
})
const importedIndex = createRoute({
  getParentRoute: () => root,
  path: '/indexes/$id',
  component: lazyRouteComponent(() => import('./archive/imported-index.tsx'), 'ImportedIndex'),
})
const worklist = createRoute({
  getParentRoute: () => root,
  path: '/worklist',
  component: lazyRouteComponent(() => import('./archive/worklist.tsx'), 'Worklist'),
  validateSearch: (given: Given) =>
    only({
      trouble: oneOf(['missing', 'stripped', 'shortened', 'malformed', 'volatile', 'dead'], given['trouble']),
    }),
})
const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./import/import.tsx'), 'Import'),
})
const importedFile = createRoute({
  getParentRoute: () => root,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./import/imported-file.tsx'), 'ImportedFile'),
})
const memory = [
  archive,
  article,
  authorities,
  authority,
  indexes,
  importedIndex,
  worklist,
  importing,
  importedFile,
] as const

export const router = createRouter({
  routeTree: root.addChildren([
    inbox,
    search,
    item,
    collection,
    outlets,
    outlet,
    add,
    status,
    searches,
    coverage,
    clip,
    settings,
    translation,
    ...memory,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultPendingComponent: () => <Waiting />,
  // Every screen scrolls inside itself and keeps its own place.
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
