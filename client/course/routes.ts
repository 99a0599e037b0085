import { BookOpen, Compass, GraduationCap, Presentation, School } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/belajar', name: 'my-courses', component: () => import('./MyCoursesPage.vue'),
    meta: { home: 'LEARNER', title: 'course.mine.title', nav: { order: 10, icon: BookOpen, label: 'course.mine.nav' } },
  },
  {
    path: '/jelajahi', name: 'catalogue', component: () => import('./CataloguePage.vue'),
    meta: { home: 'LEARNER', title: 'course.catalogue.title', nav: { order: 20, icon: Compass, label: 'course.catalogue.nav' } },
  },
  {
    path: '/belajar/:enrolment', name: 'learn', component: () => import('./LearnPage.vue'), props: route => ({ id: route.params.enrolment }),
    meta: { home: 'LEARNER', title: 'course.learn.title' },
  },
  {
    path: '/belajar/:enrolment/materi/:lesson', name: 'lesson', component: () => import('./LessonPage.vue'), props: route => ({ enrolmentId: route.params.enrolment, lessonId: route.params.lesson }),
    meta: { home: 'LEARNER', title: 'course.lesson.title' },
  },
  {
    path: '/mengajar', name: 'my-classes', component: () => import('./MyClassesPage.vue'),
    meta: { home: 'INSTRUCTOR', title: 'course.teaching.title', nav: { order: 10, icon: Presentation, label: 'course.teaching.nav' } },
  },
  {
    path: '/kelas', name: 'classes', component: () => import('./ClassesPage.vue'),
    meta: { home: 'AGENCY', title: 'course.classes.title', requires: 'seeClasses', nav: { order: 50, icon: School, label: 'course.classes.nav' } },
  },
  {
    path: '/kelas/baru', name: 'class-new', component: () => import('./NewClassPage.vue'), props: route => ({ course: route.query.pelatihan }),
    meta: { home: 'AGENCY', title: 'course.classForm.new' },
  },
  { path: '/kelas/:id', name: 'class', component: () => import('./ClassPage.vue'), props: true, meta: { title: 'course.class.title' } },
  {
    path: '/kelas/:id/ubah', name: 'class-edit', component: () => import('./EditClassPage.vue'), props: true,
    meta: { home: 'AGENCY', title: 'course.classForm.edit' },
  },
  {
    path: '/pelatihan', name: 'courses', component: () => import('./CoursesPage.vue'),
    meta: { home: ['AGENCY', 'PARTNER'], title: 'course.courses.title', nav: { order: 40, icon: GraduationCap, label: 'course.courses.nav' } },
  },
  {
    path: '/pelatihan/:id', name: 'course', component: () => import('./CoursePage.vue'), props: true,
    meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'course.course.title' },
  },
  {
    path: '/pelatihan/:course/materi/baru', name: 'lesson-new', component: () => import('./NewLessonPage.vue'),
    props: route => ({ course: route.params.course, section: route.query.bagian }),
    meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'course.lessonForm.new' },
  },
  {
    path: '/pelatihan/:course/materi/:lesson', name: 'lesson-edit', component: () => import('./EditLessonPage.vue'), props: route => ({ course: route.params.course, id: route.params.lesson }),
    meta: { home: ['AGENCY', 'PARTNER', 'INSTRUCTOR'], title: 'course.lessonForm.edit' },
  },
] satisfies RouteRecordRaw[]
