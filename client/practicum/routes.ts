import { ClipboardCheck } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/belajar/:enrolment/praktikum/:practicum', name: 'practicum', component: () => import('./PracticumPage.vue'), props: true,
    meta: { home: 'LEARNER', title: 'practicum.work.title' },
  },
  {
    path: '/penilaian', name: 'grading-queue', component: () => import('./QueuePage.vue'),
    meta: { home: 'INSTRUCTOR', title: 'practicum.queue.title', nav: { order: 20, icon: ClipboardCheck, label: 'practicum.queue.nav' } },
  },
  {
    path: '/kelas/:class/penilaian', name: 'class-submissions', component: () => import('./ClassSubmissionsPage.vue'), props: route => ({ id: route.params.class }),
    meta: { home: ['INSTRUCTOR', 'AGENCY'], title: 'practicum.class.title' },
  },
  {
    path: '/kelas/:class/penilaian/:submission', name: 'grading', component: () => import('./GradingPage.vue'), props: route => ({ classId: route.params.class, id: route.params.submission }),
    meta: { home: ['INSTRUCTOR', 'AGENCY'], title: 'practicum.grading.title' },
  },
  {
    path: '/pelatihan/:course/praktikum/:practicum', name: 'practicum-edit', component: () => import('./EditPracticumPage.vue'), props: true,
    meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'practicum.edit.title' },
  },
] satisfies RouteRecordRaw[]
