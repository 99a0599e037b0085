import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/pemberitahuan', name: 'notices', component: () => import('./NoticesPage.vue'), meta: { title: 'notice.title' } },
] satisfies RouteRecordRaw[]
