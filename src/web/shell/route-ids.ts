// Screens read their address through these, so that no screen imports the route table that imports it.

import { getRouteApi } from '@tanstack/react-router'

export const inboxRoute = getRouteApi('/')
export const searchRoute = getRouteApi('/search')
export const itemRoute = getRouteApi('/items/$id')
export const collectionRoute = getRouteApi('/excerpts')
export const outletsRoute = getRouteApi('/outlets')
export const outletRoute = getRouteApi('/outlets/$id')
export const addRoute = getRouteApi('/add')
export const searchesRoute = getRouteApi('/searches')
export const coverageRoute = getRouteApi('/coverage')
export const archiveRoute = getRouteApi('/archive')
export const articleRoute = getRouteApi('/articles/$id')
export const authoritiesRoute = getRouteApi('/authorities')
export const authorityRoute = getRouteApi('/authorities/$id')
export const indexesRoute = getRouteApi('/indexes')
export const importedIndexRoute = getRouteApi('/indexes/$id')
export const importRoute = getRouteApi('/imports/$id')
export const worklistRoute = getRouteApi('/worklist')
export const translationRoute = getRouteApi('/translation')
