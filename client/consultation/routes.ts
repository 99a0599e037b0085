import { MessagesSquare } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/konsultasi', name: 'consultations', component: () => import('./ConsultationsPage.vue'),
    meta: { home: 'LEARNER', title: 'consultation.list.title', nav: { order: 45, icon: MessagesSquare, label: 'consultation.list.title' } },
  },
  { path: '/konsultasi/:id', name: 'consultation', component: () => import('./ConsultationPage.vue'), props: true, meta: { title: 'consultation.read.title' } },
  {
    path: '/kurikulum/:id/konsultasi', name: 'curriculum-consultation', component: () => import('./CurriculumConsultationPage.vue'), props: route => ({ id: route.params.id, consultation: route.query.konsultasi }),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'consultation.author.title' },
  },
] satisfies RouteRecordRaw[]
