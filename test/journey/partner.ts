import assert from 'node:assert/strict'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { Client } from '../support/client.ts'
import { someTerms } from '../support/partner.ts'

/** A new institution with its two members and a KSB and PKS taken all the way to being in force. Gives its id. */
export async function partnership(officer: Client, signatory: Client, members: { person: string; role: string }[]): Promise<string> {
  const { createPartner } = await officer.ok(`mutation ($input: PartnerInput!) { createPartner(input: $input) { id agreementInForce { id } } }`, {
    input: { name: 'Politeknik Perjalanan Medan', shortName: 'Poltek PM', kind: 'POLYTECHNIC', city: 'Medan' },
  })
  assert.equal(createPartner.agreementInForce, null)
  const partner: string = createPartner.id
  for (const { person, role } of members) {
    await officer.ok('mutation ($partner: ID!, $person: ID!, $role: Role!) { addPartnerMember(partner: $partner, person: $person, role: $role) { id } }', { partner, person, role })
  }
  const ksb = await agreement(officer, signatory, { partner, kind: 'KSB', parent: null, days: 1000 })
  await agreement(officer, signatory, { partner, kind: 'PKS', parent: ksb, days: 700 })
  const after = await officer.ok('query ($id: ID!) { partner(id: $id) { agreementInForce { kind inForce status } } }', { id: partner })
  const { kind, inForce, status } = after.partner.agreementInForce
  assert.equal(`${kind} ${inForce} ${status}`, 'PKS true ACTIVE')
  return partner
}

async function agreement(officer: Client, signatory: Client, { partner, kind, parent, days }: { partner: string; kind: string; parent: string | null; days: number }) {
  const today = dayOf(new Date())
  const { createAgreement } = await officer.ok('mutation ($input: AgreementInput!) { createAgreement(input: $input) { id revision state } }', {
    input: {
      partner, kind, parent, title: `${kind} pengembangan kompetensi ASN`, numberAgency: `UJI/${kind}/1`, numberPartner: `PPM/${kind}/1`,
      scope: ['Pelatihan ASN'], signedOn: today, startsOn: addDays(today, -1), endsOn: addDays(today, days),
    },
  })
  const { setAgreementTerms } = await officer.ok(`mutation ($agreement: ID!, $revision: Int!, $terms: AgreementTermsInput!) {
    setAgreementTerms(agreement: $agreement, revision: $revision, terms: $terms) { revision missing }
  }`, { agreement: createAgreement.id, revision: createAgreement.revision, terms: someTerms() })
  assert.equal(setAgreementTerms.missing.length, 0)
  let { revision } = setAgreementTerms
  let state: string = createAgreement.state
  // The agency's signatory signs here; the partner signed on paper, which the officer records.
  const way: [Client, string][] = [[officer, 'submit'], [officer, 'recommend'], [officer, 'approve'], [signatory, 'sign'], [officer, 'sign']]
  for (const [who, move] of way) {
    const { moveAgreement } = await who.ok(`mutation ($agreement: ID!, $revision: Int!, $move: AgreementMove!) {
      moveAgreement(agreement: $agreement, revision: $revision, move: $move) { revision state }
    }`, { agreement: createAgreement.id, revision, move })
    ;({ revision, state } = moveAgreement)
  }
  assert.equal(state, 'ACTIVE')
  return createAgreement.id as string
}
