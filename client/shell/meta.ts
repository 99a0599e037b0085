import 'vue-router'
import type { Component } from 'vue'
import type { RouteMeta } from 'vue-router'
import type { Home } from './homes.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Whose page it is; nobody's in particular when left out. */
    home?: Home | readonly Home[]
    /** The first page of its home. */
    landing?: boolean
    /** Its place in the navigation of its home; `label` is a key. */
    nav?: { order: number; icon: Component; label: string }
    /** Key of the page's title. */
    title?: string
    /** Without signing in. */
    public?: boolean
    /** Without header and navigation. */
    bare?: boolean
    /** A right of `viewer.viewerCan` without which the page is neither shown nor offered. */
    requires?: string
  }
}

/** The homes a page belongs to. */
export function homesOf({ home }: RouteMeta): readonly Home[] {
  return home === undefined ? [] : typeof home === 'string' ? [home] : home
}
