import type { Component } from 'vue'
import type { RouteRecordNormalized } from 'vue-router'
import type { Home } from './homes.ts'
import { homesOf } from './meta.ts'
import { mayOpen, type Viewer } from './viewer.ts'

export type NavItem = { name: string | symbol | undefined; path: string; label: string; icon: Component; order: number }

/** What a home's navigation holds for this person, built from the routes themselves. */
export function navigationOf(routes: readonly RouteRecordNormalized[], home: Home | undefined, viewer: Viewer): NavItem[] {
  return routes
    .filter(({ meta, path }) => meta.nav && !path.includes(':') && mayOpen(viewer, meta) && (homesOf(meta).length === 0 || (home !== undefined && homesOf(meta).includes(home))))
    .map(({ name, path, meta }) => ({ name, path, ...meta.nav! }))
    .sort((a, b) => a.order - b.order)
}

/** The first page of a home: the route that says so, else the first of its navigation. */
export function landingOf(routes: readonly RouteRecordNormalized[], home: Home, viewer: Viewer): string | undefined {
  const landing = routes.find(({ meta }) => meta.landing && homesOf(meta).includes(home) && mayOpen(viewer, meta))
  return landing?.path ?? navigationOf(routes, home, viewer)[0]?.path
}

/** Which item is lit: the one whose path is the longest beginning of where one is. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  return items
    .filter(item => path === item.path || path.startsWith(`${item.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}
