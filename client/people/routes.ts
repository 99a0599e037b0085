import { Building, Users } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/masuk', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { public: true, bare: true, title: 'people.signIn.title' } },
  { path: '/akun', name: 'account', component: () => import('./AccountPage.vue'), meta: { title: 'people.account.title' } },
  { path: '/akun/kata-sandi', name: 'change-password', component: () => import('./ChangePasswordPage.vue'), meta: { title: 'people.password.title' } },
  {
    path: '/pegawai', name: 'people', component: () => import('./PeoplePage.vue'),
    meta: { home: 'AGENCY', title: 'people.list.title', requires: 'listPeople', nav: { order: 80, icon: Users, label: 'people.list.title' } },
  },
  {
    path: '/pegawai/baru', name: 'person-new', component: () => import('./NewPersonPage.vue'),
    meta: { home: 'AGENCY', title: 'people.new.title', requires: 'createPerson' },
  },
  { path: '/pegawai/:id', name: 'person', component: () => import('./PersonPage.vue'), props: true, meta: { home: 'AGENCY', title: 'people.person.title' } },
  {
    path: '/pegawai/:id/ubah', name: 'person-edit', component: () => import('./EditPersonPage.vue'), props: true,
    meta: { home: 'AGENCY', title: 'people.edit.title' },
  },
  {
    path: '/perangkat-daerah', name: 'units', component: () => import('./UnitsPage.vue'),
    meta: { home: 'AGENCY', title: 'people.units.title', requires: 'listPeople', nav: { order: 90, icon: Building, label: 'people.units.nav' } },
  },
] satisfies RouteRecordRaw[]
