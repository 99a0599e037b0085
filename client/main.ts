import urql from '@urql/vue'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createApi, onSignedOut } from './lib/api.ts'
import { chosenLanguage, i18n, setLanguage } from './lib/i18n.ts'
import { applyTheme } from './lib/theme.ts'
import { createPages } from './router.ts'
import { forgetViewer, knowViewerBy, viewerOnce } from './shell/viewer.ts'
import './style.css'

applyTheme()
const api = createApi()
knowViewerBy(api)
const app = createApp(App).use(createPinia()).use(i18n).use(urql, api)
const words = setLanguage(chosenLanguage() ?? 'id')
void viewerOnce()
await words
const pages = createPages()

onSignedOut(() => {
  forgetViewer()
  const { fullPath, name, meta } = pages.currentRoute.value
  if (name !== 'sign-in' && !meta.public) void pages.push({ path: '/masuk', query: { kembali: fullPath } })
})

app.use(pages)
await pages.isReady()
app.mount('#app')
