import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/kurikulum/:id/diskusi', name: 'curriculum-discussion', component: () => import('./DiscussionPage.vue'), props: route => ({ id: route.params.id, thread: route.query.utas }),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'discussion.title' },
  },
] satisfies RouteRecordRaw[]
