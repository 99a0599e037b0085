// Lint for all four folders; run by `npm run lint`. Import directions are test/architecture.test.ts.
import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import vue from 'eslint-plugin-vue'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-eslint'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const generated = ['**/server/graphql.ts', '**/client/gql/**', '**/dist/**', '**/node_modules/**']

export default ts.config(
  { ignores: generated },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    plugins: { '@intlify/vue-i18n': vueI18n },
    rules: {
      '@intlify/vue-i18n/no-raw-text': ['error', { ignorePattern: '^[-–—·…:/|.,;()+×%*#→←↑↓✓\\s\\d]*$' }],
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      // Only RichText does, with HTML the server sanitised.
      'vue/no-v-html': 'error',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['server/**/*.ts', 'schema/**/*.ts'],
    languageOptions: { parserOptions: { project: join(root, 'tsconfig.json') } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    // Programs that speak to a terminal.
    files: ['server/main.ts', 'server/welcome.ts', 'server/store/main.ts', 'server/store/tools/**', 'test/journey/**', 'test/bench/**', 'test/support/**'],
    rules: { 'no-console': 'off' },
  },
)
