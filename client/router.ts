import { watch } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw, type Router } from 'vue-router'
import { i18n } from './lib/i18n.ts'
import { titleFromData } from './lib/usePageTitle.ts'
import { focusHeading } from './shell/focus.ts'
import { homesOf } from './shell/meta.ts'
import { landingOf } from './shell/navigation.ts'
import { useSession } from './shell/session.store.ts'
import { mayOpen, viewerOnce, type Viewer } from './shell/viewer.ts'

const domains: Record<string, { default: RouteRecordRaw[] }> = import.meta.glob('./*/routes.ts', { eager: true })

const message = () => import('./shell/MessagePage.vue')
const own: RouteRecordRaw[] = [
  { path: '/', name: 'start', component: message, props: { about: 'welcome' }, meta: { title: 'shell.welcome.title' } },
  { path: '/belum-ada-peran', name: 'no-home', component: message, props: { about: 'noHome' }, meta: { title: 'shell.noHome.title' } },
  { path: '/:path(.*)*', name: 'not-found', component: message, props: { about: 'notFound' }, meta: { title: 'shell.notFound.title', public: true } },
]
const gallery: RouteRecordRaw[] = import.meta.env.DEV || import.meta.env.VITE_GALLERY === '1'
  ? [{ path: '/galeri', name: 'gallery', component: () => import('./ui/GalleryPage.vue'), meta: { title: 'shell.gallery', public: true } }]
  : []

/** The pages of all domains, and who is let in. */
export function createPages(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...Object.values(domains).flatMap(domain => domain.default), ...gallery, ...own],
    scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash } : to.path === from.path ? undefined : { top: 0 }),
  })

  router.beforeEach(async to => {
    const viewer = await viewerOnce()
    if (viewer === undefined && !to.meta.public) return nowhere(to, 'down')
    if (!viewer) return to.meta.public ? true : signIn(to)
    if (viewer.mustChangePassword && to.name !== 'change-password' && router.hasRoute('change-password') && !to.meta.public) {
      return { name: 'change-password', query: { kembali: to.fullPath } }
    }
    if (to.name === 'start') return startOf(router, viewer)
    if (!mayOpen(viewer, to.meta)) return nowhere(to, 'not-found')
    enterHome(to, viewer)
    return true
  })

  router.afterEach((to, from, failure) => {
    if (failure || to.path === from.path) return
    if (from.matched.length > 0) void focusHeading()
  })

  watch(
    () => [router.currentRoute.value.meta.title, titleFromData.value, i18n.global.locale.value] as const,
    ([key, data]) => { document.title = [data ?? (key && i18n.global.t(key)), 'Pembina'].filter(Boolean).join(' · ') },
  )
  return router
}

function signIn(to: RouteLocationNormalized) {
  return { path: '/masuk', query: to.fullPath === '/' ? {} : { kembali: to.fullPath } }
}

/** Shows another page without losing the address that was asked for. */
function nowhere(to: RouteLocationNormalized, name: string) {
  return to.name === name ? true : { name, params: { path: to.path.slice(1).split('/') }, query: to.query, hash: to.hash, replace: true }
}

function startOf(router: Router, viewer: Viewer) {
  const home = useSession().homeOf(viewer.homes)
  if (!home) return { name: 'no-home' }
  return landingOf(router.getRoutes(), home, viewer) ?? true
}

/** A link into another home takes one there, so that the navigation fits the page. */
function enterHome(to: RouteLocationNormalized, viewer: Viewer) {
  const session = useSession()
  const homes = homesOf(to.meta)
  const now = session.homeOf(viewer.homes)
  const theirs = homes.find(home => viewer.homes.includes(home))
  if (theirs && !(now && homes.includes(now))) session.choose(theirs)
}
