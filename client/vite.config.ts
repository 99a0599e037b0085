import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { words } from './words.plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.PEMBINA_SERVER ?? 'http://127.0.0.1:3000'

/** Builds the client to dist/client. In development the paths that belong to the server are passed on to it. */
export default defineConfig({
  root: here('.'),
  plugins: [vue(), tailwindcss(), words(here('locales'))],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: {
    port: 5173,
    proxy: { '/studio': { target: server, ws: true }, ...Object.fromEntries(['/graphql', '/upload', '/agreements', '/lessons', '/submissions', '/attempt-files', '/quiz-files', '/bank-files', '/certificates', '/verify', '/health', '^/kurikulum/.+\\.(pdf|docx|xlsx|csv)'].map(path => [path, server])) },
  },
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    // Nothing as a data: address: the server's content policy allows its own files only.
    assetsInlineLimit: 0,
    // What changes rarely is kept apart from what changes with every release.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|pinia|vue-i18n|@intlify)[\\/]/, priority: 3 },
            { name: 'data', test: /node_modules[\\/](@urql|@0no-co|wonka)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
})
