import { House } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

const nav = { order: 0, icon: House, label: 'home.nav' }

export default [
  { path: '/beranda/belajar', name: 'home-learner', component: () => import('./LearnerHomePage.vue'), meta: { home: 'LEARNER', landing: true, title: 'home.learner.title', nav } },
  { path: '/beranda/mengajar', name: 'home-instructor', component: () => import('./InstructorHomePage.vue'), meta: { home: 'INSTRUCTOR', landing: true, title: 'home.instructor.title', nav } },
  { path: '/beranda/mitra', name: 'home-partner', component: () => import('./PartnerHomePage.vue'), meta: { home: 'PARTNER', landing: true, title: 'home.partner.title', nav } },
  { path: '/beranda/instansi', name: 'home-agency', component: () => import('./AgencyHomePage.vue'), meta: { home: 'AGENCY', landing: true, title: 'home.agency.title', nav } },
] satisfies RouteRecordRaw[]
