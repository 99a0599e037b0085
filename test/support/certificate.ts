import { Types } from 'mongoose'
import type { CertificateFacts } from '../../server/certificate/domain/facts.ts'
import { CertificateModel, type CertificateDoc } from '../../server/certificate/index.ts'
import type { EnrolmentDoc } from '../../server/course/index.ts'

let count = 0

type Change = Partial<Omit<CertificateFacts, 'person' | 'training'>> & { person?: Partial<CertificateFacts['person']>; training?: Partial<CertificateFacts['training']> }

/** Facts of a certificate as usual, unless said otherwise. */
export function someFacts({ person, training, ...fields }: Change = {}): CertificateFacts {
  return {
    kind: 'STTP', number: '800.2/0001/BKPSDM/IX/2025', token: 'abcdefghijklmnopqrstuv', verifyUrl: 'https://pembina.example/verify/abcdefghijklmnopqrstuv',
    issuedAt: new Date('2025-09-05T03:00:00Z'), issuePlace: 'Medan',
    person: {
      name: 'Dr. Siti Aminah, S.Sos., M.Si.', nip: '199001012015032901', birthPlace: 'Medan', birthDate: new Date('1990-01-01T00:00:00+07:00'),
      rank: 'Penata Tingkat I (III/d)', position: 'Analis Kebijakan', agency: 'Dinas Kependudukan dan Pencatatan Sipil', ...person,
    },
    qualification: { code: 'SATISFACTORY', mark: 88.5 },
    training: {
      title: 'Pelayanan Publik Prima', code: 'PLT-PLY-01', className: 'Angkatan II', method: 'BLENDED', organiser: 'BKPSDM Kota Medan', partner: 'Universitas Sumatera Utara',
      startsOn: '2025-08-20', endsOn: '2025-09-05', venue: 'Aula BKPSDM', ...training,
    },
    jp: 18,
    subjects: [{ title: 'Standar Pelayanan', theory: 3, practice: 5, field: 0, mark: 88.25 }, { title: 'Aktualisasi', theory: 0, practice: 2, field: 8, mark: null }],
    competencies: ['M.05 Pelayanan Publik'], instructors: ['Dr. Demo Widyaiswara, M.Si.'],
    signatory: { position: 'Kepala BKPSDM', name: 'Demo Pimpinan, S.STP.', nip: '197511031997112954' },
    ...fields,
  }
}

/** A certificate of the enrolment, drawn or so it says, unless fields say otherwise. Its sequences are far from those that are issued. */
export async function aCertificate(enrolment: EnrolmentDoc, fields: Partial<CertificateDoc> = {}): Promise<CertificateDoc> {
  count++
  const { person, class: group, course, _id } = enrolment
  const token = new Types.ObjectId().toHexString().slice(2)
  const facts = someFacts({ number: `800.2/${9000 + count}/BKPSDM/IX/2025`, token })
  const certificate = await CertificateModel.create({
    enrolment: _id, person, class: group, course, partner: new Types.ObjectId(), year: 2025, sequence: 9000 + count, number: facts.number, token,
    issuedAt: facts.issuedAt, sha256: 'a'.repeat(64), facts, ...fields,
  })
  return certificate.toObject() as unknown as CertificateDoc
}
