import { Client, CombinedError, fetchExchange } from '@urql/core'
import urql from '@urql/vue'
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { mergeWords, type Words } from '../../../client/lib/words.ts'

const words = (language: string) => mergeWords(['ui', 'refusal'].map(name =>
  [`${name}.json`, JSON.parse(readFileSync(join(process.cwd(), 'client/locales', language, `${name}.json`), 'utf8')) as Words]))

/** The kit's own words, in both languages. */
export const anI18n = (locale: 'id' | 'en' = 'id') => createI18n<false>({ legacy: false, locale, messages: { id: words('id'), en: words('en') } as never })

/** A server that gives these answers, one after the other, and keeps what it was asked. An Error is a line that drops. */
export function aServer(...answers: (object | Error | Promise<object>)[]) {
  const asked: Record<string, unknown>[] = []
  const client = new Client({
    url: 'http://pembina.test/graphql', exchanges: [fetchExchange], preferGetMethod: false,
    fetch: (async (_: string, init: RequestInit) => {
      asked.push(JSON.parse(String(init.body)).variables)
      const answer = await answers.shift()
      if (!answer || answer instanceof Error) throw answer ?? new Error('asked once too often')
      const text = JSON.stringify(answer)
      return { status: 200, ok: true, headers: { get: () => 'application/json' }, text: async () => text }
    }) as unknown as typeof fetch,
  })
  return { client, asked }
}

/** Runs a composable as a component would. */
export function inComponent<Value>(use: () => Value, client?: Client): Value {
  let value!: Value
  const plugins = [anI18n(), ...(client ? [[urql, client] as [typeof urql, Client]] : [])]
  mount(defineComponent({ setup: () => { value = use(); return () => h('div') } }), { global: { plugins: plugins as never } })
  return value
}

export const aRefusal = (code: string, facts: object = {}, field?: string) =>
  ({ errors: [{ message: code, extensions: { code, facts, ...(field ? { field } : {}) } }], data: null })

export const anError = (answer: ReturnType<typeof aRefusal>) => new CombinedError({ graphQLErrors: answer.errors })
