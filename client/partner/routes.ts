import { FileSignature, Handshake } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/mitra', name: 'partners', component: () => import('./PartnersPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'partner.list.title', nav: { order: 10, icon: Handshake, label: 'partner.list.title' } },
  },
  { path: '/mitra/:id', name: 'partner', component: () => import('./PartnerPage.vue'), props: true, meta: { home: ['AGENCY', 'PARTNER'], title: 'partner.page.title' } },
  {
    path: '/perjanjian', name: 'agreements', component: () => import('./AgreementsPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'partner.agreements.title', nav: { order: 20, icon: FileSignature, label: 'partner.agreements.title' } },
  },
  {
    path: '/perjanjian/baru', name: 'agreement-new', component: () => import('./NewAgreementPage.vue'), props: route => ({ partner: route.query.mitra }),
    meta: { home: 'AGENCY', title: 'partner.form.new' },
  },
  { path: '/perjanjian/:id', name: 'agreement', component: () => import('./AgreementPage.vue'), props: true, meta: { home: ['AGENCY', 'PARTNER'], title: 'partner.agreement.title' } },
  {
    path: '/perjanjian/:id/ubah', name: 'agreement-edit', component: () => import('./EditAgreementPage.vue'), props: true,
    meta: { home: 'AGENCY', title: 'partner.form.edit' },
  },
  {
    path: '/perjanjian/:id/isi', name: 'agreement-terms', component: () => import('./EditTermsPage.vue'), props: true,
    meta: { home: 'AGENCY', title: 'partner.terms.editTitle' },
  },
  {
    path: '/perjanjian/:id/rencana', name: 'agreement-plan', component: () => import('./EditPlanPage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER'], title: 'partner.plan.editTitle' },
  },
  {
    path: '/perjanjian/:id/evaluasi', name: 'agreement-evaluate', component: () => import('./NewEvaluationPage.vue'), props: true,
    meta: { home: 'AGENCY', title: 'partner.evaluation.new' },
  },
] satisfies RouteRecordRaw[]
