import type { AgreementSide } from '../../graphql.ts'

type Party = { institution: string; official: string; position: string; authority: string }
type Terms = {
  agency: Party; partner: Party; object: string; dutiesAgency: string; dutiesPartner: string
  contacts: readonly { side: AgreementSide }[]; ownership: string; confidentiality: string
}

const ofParty = ['institution', 'official', 'position', 'authority'] as const
const ofText = ['object', 'dutiesAgency', 'dutiesPartner', 'ownership', 'confidentiality'] as const

/**
 * The fields that terms lack before the draft goes to legal review, as paths, in the order of the form: both parties with
 * who signs by what authority, a technical contact on each side, and every text (fields after DOMAIN §9).
 */
export function missingTerms(terms: Terms | null): string[] {
  if (!terms) return ['terms']
  const blank = (text: string) => text.trim() === ''
  return [
    ...(['agency', 'partner'] as const).flatMap(side => ofParty.filter(field => blank(terms[side][field])).map(field => `${side}.${field}`)),
    ...ofText.filter(field => blank(terms[field])),
    ...((['AGENCY', 'PARTNER'] as const).every(side => terms.contacts.some(contact => contact.side === side)) ? [] : ['contacts']),
  ]
}
