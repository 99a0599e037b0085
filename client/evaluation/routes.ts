import { ClipboardList } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/pelacakan/:certificate', name: 'trace', component: () => import('./TracePage.vue'), props: true, meta: { title: 'evaluation.trace.title' } },
  {
    path: '/kurikulum/:id/pelacakan', name: 'curriculum-trace', component: () => import('./CurriculumTracePage.vue'), props: route => ({ id: route.params.id, number: Number(route.query.versi) || undefined }),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'evaluation.trace.title' },
  },
  {
    path: '/kurikulum/:id/perbaikan', name: 'curriculum-improvements', component: () => import('./ImprovementsPage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER'], title: 'evaluation.improvement.title' },
  },
  {
    path: '/rapor-mitra', name: 'scorecards', component: () => import('./ScorecardsPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'evaluation.list.title', requires: 'seeScorecards', nav: { order: 55, icon: ClipboardList, label: 'evaluation.list.nav' } },
  },
  { path: '/rapor-mitra/:id', name: 'scorecard', component: () => import('./ScorecardPage.vue'), props: true, meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'evaluation.card.title' } },
  { path: '/belajar/:enrolment/tanggapan', name: 'reaction', component: () => import('./ReactionPage.vue'), props: true, meta: { home: 'LEARNER', title: 'evaluation.reaction.title' } },
] satisfies RouteRecordRaw[]
