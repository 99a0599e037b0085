import type { Client } from '@urql/core'
import { shallowRef, type ShallowRef } from 'vue'
import type { RouteLocationNormalized, RouteLocationRaw, RouteMeta } from 'vue-router'
import { chosenLanguage, setLanguage } from '../lib/i18n.ts'
import type { ViewerQuery } from '../gql/operations.ts'
import { ViewerDocument } from './api.ts'
import { homesOf } from './meta.ts'

export type Viewer = NonNullable<ViewerQuery['viewer']>

/** undefined: not asked yet. null: signed out. */
const viewer = shallowRef<Viewer | null>()
let client: Client
let asking: Promise<Viewer | null | undefined> | undefined

/** Who is asking, as the server last said; null when signed out. */
export function useViewer(): Readonly<ShallowRef<Viewer | null | undefined>> {
  return viewer
}

export function knowViewerBy(api: Client): void {
  client = api
}

/** Asks the server who this is, once; undefined when it cannot be reached. `refreshViewer` asks again. */
export function viewerOnce(): Promise<Viewer | null | undefined> {
  return viewer.value === undefined ? refreshViewer() : Promise.resolve(viewer.value)
}

export function refreshViewer(): Promise<Viewer | null | undefined> {
  asking ??= ask().finally(() => { asking = undefined })
  return asking
}

async function ask(): Promise<Viewer | null | undefined> {
  const { data } = await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise()
  if (!data) return undefined
  viewer.value = data.viewer ?? null
  if (viewer.value && !chosenLanguage()) await setLanguage(viewer.value.language)
  return viewer.value
}

/** The server no longer knows who this is. */
export function forgetViewer(): void {
  viewer.value = null
}

/** May this person open such a page? The server decides about what is on it; this only spares them a dead end. */
export function mayOpen(who: Viewer, meta: RouteMeta): boolean {
  const homes = homesOf(meta)
  if (homes.length > 0 && !homes.some(home => who.homes.includes(home))) return false
  return meta.requires === undefined || who.viewerCan[meta.requires as keyof Viewer['viewerCan']] === true
}

/** Where to go after signing in: back to where one was stopped, if that is a path of ours, else to one's home. */
export function returnPath(route: Pick<RouteLocationNormalized, 'query'>): RouteLocationRaw {
  const back = route.query.kembali
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) && !back.startsWith('/masuk') ? back : '/'
}

/** To be called when `signIn` went through: `await enter(route, router)`. */
export async function enter(route: Pick<RouteLocationNormalized, 'query'>, router: { replace(to: RouteLocationRaw): Promise<unknown> }): Promise<void> {
  await refreshViewer()
  await router.replace(returnPath(route))
}
