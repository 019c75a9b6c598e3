// Screens read their address through these, so that no screen imports the route table that imports it.

import { getRouteApi } from '@tanstack/react-router'

export const inboxRoute = getRouteApi('/')
export const searchRoute = getRouteApi('/search')
export const itemRoute = getRouteApi('/items/$id')
export const outletsRoute = getRouteApi('/outlets')
export const outletRoute = getRouteApi('/outlets/$id')
export const addRoute = getRouteApi('/add')
export const searchesRoute = getRouteApi('/searches')
export const coverageRoute = getRouteApi('/coverage')
