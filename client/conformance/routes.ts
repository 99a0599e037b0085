import { Scale } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/penyimpangan', name: 'drifts', component: () => import('./DriftsPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'conformance.list.title', nav: { order: 45, icon: Scale, label: 'conformance.list.nav' } },
  },
  {
    path: '/pelatihan/:course/susun-ulang', name: 'recompile', component: () => import('./RecompilePage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'conformance.plan.title' },
  },
] satisfies RouteRecordRaw[]
