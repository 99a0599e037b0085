import { NotebookPen } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/kurikulum', name: 'curricula', component: () => import('./CurriculaPage.vue'), props: route => ({ partner: route.query.mitra }),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'curriculum.list.title', nav: { order: 30, icon: NotebookPen, label: 'curriculum.list.title' } },
  },
  {
    path: '/kurikulum/baru', name: 'curriculum-new', component: () => import('./NewCurriculumPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'curriculum.new.title', requires: 'createCurriculum' },
  },
  { path: '/kurikulum/:id', name: 'curriculum', component: () => import('./CurriculumPage.vue'), props: true, meta: { home: ['AGENCY', 'PARTNER'], title: 'curriculum.page.title' } },
  {
    path: '/kurikulum/:id/keselarasan', name: 'curriculum-alignment', component: () => import('./alignment/AlignmentPage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER'], title: 'alignment.title' },
  },
  {
    path: '/kurikulum/:id/versi', name: 'curriculum-review', component: () => import('./review/ReviewPage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER'], title: 'review.title' },
  },
  {
    path: '/kurikulum/versi/:id', name: 'curriculum-version', component: () => import('./VersionPage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER'], title: 'curriculum.version.title' },
  },
] satisfies RouteRecordRaw[]
