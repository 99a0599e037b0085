import { Award } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/sertifikat', name: 'my-certificates', component: () => import('./MyCertificatesPage.vue'),
    meta: { home: 'LEARNER', title: 'certificate.mine.title', nav: { order: 40, icon: Award, label: 'certificate.mine.title' } },
  },
  {
    path: '/sertifikat/terbit', name: 'certificates', component: () => import('./CertificatesPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'certificate.list.title', requires: 'seeCertificates', nav: { order: 60, icon: Award, label: 'certificate.list.nav' } },
  },
  { path: '/sertifikat/:id', name: 'certificate', component: () => import('./CertificatePage.vue'), props: true, meta: { title: 'certificate.page.title' } },
  { path: '/belajar/:enrolment/hasil', name: 'result', component: () => import('./ResultPage.vue'), props: true, meta: { title: 'certificate.result.title' } },
  {
    path: '/kelas/:class/hasil', name: 'class-results', component: () => import('./ClassResultsPage.vue'), props: route => ({ id: route.params.class }),
    meta: { home: ['AGENCY', 'INSTRUCTOR', 'PARTNER'], title: 'certificate.class.title' },
  },
] satisfies RouteRecordRaw[]
