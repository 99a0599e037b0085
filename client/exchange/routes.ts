import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/kurikulum/impor', name: 'curriculum-import', component: () => import('./ImportPage.vue'), props: route => ({ into: route.query.ke }),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'exchange.import.title', requires: 'createCurriculum' },
  },
  {
    path: '/kurikulum/:id/ekspor', name: 'curriculum-export', component: () => import('./ExportPage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER'], title: 'exchange.title' },
  },
] satisfies RouteRecordRaw[]
