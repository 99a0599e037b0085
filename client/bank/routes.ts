import { LibraryBig } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

const homes = ['INSTRUCTOR', 'PARTNER', 'AGENCY'] as const

export default [
  {
    path: '/bank-soal', name: 'bank', component: () => import('./BankPage.vue'),
    meta: { home: [...homes], title: 'bank.title', requires: 'useBank', nav: { order: 45, icon: LibraryBig, label: 'bank.title' } },
  },
  { path: '/bank-soal/baru', name: 'bank-new', component: () => import('./BankFormPage.vue'), meta: { home: [...homes], title: 'bank.new' } },
  { path: '/bank-soal/impor', name: 'bank-import', component: () => import('./ImportBankPage.vue'), meta: { home: [...homes], title: 'bank.exchange.title' } },
  { path: '/bank-soal/:id', name: 'bank-question', component: () => import('./BankQuestionPage.vue'), props: true, meta: { home: [...homes], title: 'bank.question' } },
  { path: '/bank-soal/:id/ubah', name: 'bank-edit', component: () => import('./BankFormPage.vue'), props: true, meta: { home: [...homes], title: 'bank.edit' } },
] satisfies RouteRecordRaw[]
