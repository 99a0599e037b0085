import assert from 'node:assert/strict'
import { clientOf, type Client } from '../support/client.ts'

const DEMO = 'pembina-demo-2026'
/** What each chooses at the first sign-in. */
export const OWN = 'sungai-deli-mengalir-tenang'

const SIGN_IN = `mutation ($identifier: String!, $password: String!) {
  signIn(identifier: $identifier, password: $password) { id mustChangePassword homes }
}`

/** A demo account, signed in. */
export async function demo(url: string, key: string): Promise<Client> {
  const client = clientOf(url, null)
  await client.ok(SIGN_IN, { identifier: `${key}@demo.pembina.example`, password: DEMO })
  return client
}

export type NewPerson = { id: string; email: string; client: Client }

type Fields = { name: string; email: string; employment: 'PNS' | 'PPPK' | 'EXTERNAL'; nip?: string; grade?: string; position?: string }

/** Made by the administrator, signed in with the temporary password, which is changed as the first thing. */
export async function newPerson(url: string, admin: Client, input: Fields): Promise<NewPerson> {
  const { createPerson } = await admin.ok(`mutation ($input: PersonInput!) {
    createPerson(input: $input) { temporaryPassword person { id } }
  }`, { input })
  const client = clientOf(url, null)
  const { signIn } = await client.ok(SIGN_IN, { identifier: input.nip ?? input.email, password: createPerson.temporaryPassword })
  assert.equal(signIn.mustChangePassword, true)
  assert.equal(await client.refused('mutation { createUnit(input: { code: "X", name: "X", shortName: "X" }) { id } }'), 'PASSWORD_CHANGE_REQUIRED')
  const { changePassword } = await client.ok(`mutation ($current: String!, $new: String!) {
    changePassword(current: $current, new: $new) { mustChangePassword }
  }`, { current: createPerson.temporaryPassword, new: OWN })
  assert.equal(changePassword.mustChangePassword, false)
  return { id: createPerson.person.id, email: input.email, client }
}

export const grant = (admin: Client, person: string, role: string) =>
  admin.ok('mutation ($input: GrantInput!) { grantRole(input: $input) { id } }', { input: { person, role, scope: 'AGENCY' } })
