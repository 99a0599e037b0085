import { Scale } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/belajar/:enrolment/kuis/:quiz', name: 'quiz', component: () => import('./QuizPage.vue'),
    props: route => ({ enrolmentId: route.params.enrolment, quizId: route.params.quiz }), meta: { home: 'LEARNER', title: 'quiz.title' },
  },
  // Also for those who teach: they see an attempt as it was answered.
  { path: '/kuis/:id', name: 'attempt', component: () => import('./AttemptPage.vue'), props: true, meta: { title: 'quiz.attempt.title' } },
  {
    path: '/pelatihan/:course/kuis/:quiz', name: 'quiz-edit', component: () => import('./EditQuizPage.vue'),
    props: route => ({ course: route.params.course, id: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'quiz.edit.title' },
  },
  {
    path: '/pelatihan/:course/kuis/:quiz/statistik', name: 'quiz-statistics', component: () => import('./StatisticsPage.vue'),
    props: route => ({ course: route.params.course, id: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'quiz.statistics.title' },
  },
  {
    path: '/pelatihan/:course/kuis/:quiz/nilai-ulang', name: 'quiz-regrade', component: () => import('./RegradePage.vue'),
    props: route => ({ course: route.params.course, id: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'quiz.regrade.title' },
  },
  {
    path: '/pelatihan/:course/kuis/:quiz/impor', name: 'quiz-import', component: () => import('./ImportQuestionsPage.vue'),
    props: route => ({ course: route.params.course, id: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'bank.exchange.title' },
  },
  {
    path: '/pelatihan/:course/kuis/:quiz/susunan', name: 'quiz-structure', component: () => import('./StructurePage.vue'),
    props: route => ({ course: route.params.course, id: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'quiz.structure.title' },
  },
  {
    path: '/pelatihan/:course/kuis/:quiz/bank', name: 'quiz-bank', component: () => import('./AddFromBankPage.vue'),
    props: route => ({ course: route.params.course, id: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'PARTNER', 'AGENCY'], title: 'quiz.bank.title' },
  },
  {
    path: '/kelas/:class/kuis', name: 'class-quizzes', component: () => import('./ClassQuizzesPage.vue'),
    props: route => ({ id: route.params.class }), meta: { home: ['INSTRUCTOR', 'AGENCY'], title: 'quiz.class.title' },
  },
  {
    path: '/kelas/:class/kuis/:quiz/penilaian', name: 'quiz-marking', component: () => import('./MarkingPage.vue'),
    props: route => ({ classId: route.params.class, quizId: route.params.quiz }), meta: { home: 'INSTRUCTOR', title: 'quiz.marking.title' },
  },
  {
    path: '/keberatan', name: 'appeals', component: () => import('./AppealListPage.vue'),
    meta: { home: ['INSTRUCTOR', 'AGENCY'], title: 'quiz.appeal.list', nav: { order: 25, icon: Scale, label: 'quiz.appeal.nav' } },
  },
  { path: '/keberatan/:id', name: 'appeal', component: () => import('./AppealPage.vue'), props: true, meta: { home: ['INSTRUCTOR', 'AGENCY'], title: 'quiz.appeal.title' } },
  {
    path: '/kelas/:class/kuis/:quiz/penyesuaian', name: 'quiz-adjustments', component: () => import('./AdjustmentsPage.vue'),
    props: route => ({ classId: route.params.class, quizId: route.params.quiz }), meta: { home: ['INSTRUCTOR', 'AGENCY'], title: 'quiz.clock.adjust.title' },
  },
] satisfies RouteRecordRaw[]
