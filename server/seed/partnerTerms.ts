import type { AgreementTermsInput } from '../graphql.ts'
import type { AgreementSeed, PartnerSeed } from './partners.ts'

/** Who signs for a university, by the kind of agreement; invented, as all people of the demo are. */
type Signing = { head: [official: string, position: string]; unit: [official: string, position: string]; authority: string }

const signing: Record<PartnerSeed['key'], Signing> = {
  USU: {
    head: ['Prof. Dr. Demo Rektor USU', 'Rektor'], unit: ['Prof. Dr. Demo Penanda Tangan USU, M.A.', 'Dekan Fakultas Ilmu Sosial dan Ilmu Politik'],
    authority: 'Statuta Universitas Sumatera Utara dan keputusan pengangkatan (demo)',
  },
  DEL: {
    head: ['Dr. Demo Rektor IT Del', 'Rektor'], unit: ['Dr. Demo Penanda Tangan IT Del, M.T.', 'Dekan Fakultas Informatika dan Teknik Elektro'],
    authority: 'Statuta Institut Teknologi Del dan keputusan yayasan (demo)',
  },
  POLMED: {
    head: ['Dr. Demo Penanda Tangan Polmed, M.T.', 'Direktur'], unit: ['Dr. Demo Penanda Tangan Polmed, M.T.', 'Direktur'],
    authority: 'Statuta Politeknik Negeri Medan dan keputusan pengangkatan (demo)',
  },
  UMSU: {
    head: ['Prof. Dr. Demo Rektor UMSU', 'Rektor'], unit: ['Dr. Demo Penanda Tangan UMSU, M.Si.', 'Wakil Rektor Bidang Kerja Sama'],
    authority: 'Statuta Universitas Muhammadiyah Sumatera Utara dan keputusan persyarikatan (demo)',
  },
  UINSU: {
    head: ['Prof. Dr. Demo Rektor UIN Sumatera Utara', 'Rektor'], unit: ['Dr. Demo Penanda Tangan UIN Sumatera Utara, M.Si.', 'Dekan Fakultas Dakwah dan Komunikasi'],
    authority: 'Statuta UIN Sumatera Utara dan keputusan Menteri Agama tentang pengangkatan (demo)',
  },
  UNIMED: {
    head: ['Prof. Dr. Demo Rektor UNIMED', 'Rektor'], unit: ['Dr. Demo Penanda Tangan UNIMED, M.Si.', 'Wakil Rektor Bidang Kerja Sama'],
    authority: 'Statuta Universitas Negeri Medan dan keputusan pengangkatan (demo)',
  },
}

const objects = {
  KSB: 'Pengembangan kompetensi ASN Pemerintah Kota Medan melalui pendidikan, pelatihan, penelitian, dan pengabdian kepada masyarakat.',
  PKS: 'Kurikulum, bahan ajar, pengajar, praktik, dan evaluasi pelatihan ASN sesuai ruang lingkup perjanjian ini.',
  IA: 'Satu kegiatan pelatihan: peserta, jadwal, tempat, pengajar, penilaian, dan laporannya.',
} as const

/** The terms of a demo agreement, all of its kind alike: what differs is who signs, and for what. */
export function termsOf({ kind, scope }: AgreementSeed, { key, name, shortName }: PartnerSeed): AgreementTermsInput {
  const { head, unit, authority } = signing[key]
  const [official, position] = kind === 'KSB' ? head : unit
  const isUmbrella = kind === 'KSB'
  return {
    scheme: 'KSDPK',
    agency: {
      institution: 'Pemerintah Kota Medan',
      official: isUmbrella ? 'Demo Wali Kota Medan' : 'Demo Kepala BKPSDM, S.STP., M.AP.',
      position: isUmbrella ? 'Wali Kota Medan' : 'Kepala BKPSDM Kota Medan',
      authority: isUmbrella ? 'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah' : 'Keputusan Wali Kota tentang pengangkatan dalam jabatan (demo)',
      powerOfAttorney: isUmbrella ? null : `DEMO/SK-${kind}/${key}`,
    },
    partner: { institution: name, official, position, authority, powerOfAttorney: null },
    object: objects[kind],
    dutiesAgency: ['Menetapkan kebutuhan kompetensi dan peserta.', 'Menyediakan tempat, anggaran, dan narasumber perangkat daerah.', 'Menyetujui kurikulum dan menerbitkan sertifikat.'].join('\n'),
    dutiesPartner: ['Menyusun kurikulum dan bahan ajar bersama BKPSDM.', 'Menugaskan pengajar yang memenuhi syarat.', `Melaksanakan: ${scope.join('; ')}.`].join('\n'),
    financing: isUmbrella ? 'FREE' : kind === 'PKS' ? 'JOINT' : 'APBD',
    accountCode: isUmbrella ? null : '5.1.02.02.01.0012',
    contacts: [
      { side: 'AGENCY', name: 'Demo Kerja Sama, S.H., M.H.', position: 'Analis Kerja Sama BKPSDM', email: 'kerjasama@demo.pembina.example', phone: null },
      { side: 'PARTNER', name: `Demo Penanggung Jawab ${shortName}`, position: 'Penanggung jawab kerja sama', email: `pj.${key.toLowerCase()}@demo.pembina.example`, phone: null },
    ],
    ownership: 'Bahan ajar yang disusun bersama dimiliki bersama dan boleh dipakai kedua pihak untuk pembelajaran dengan menyebut penyusunnya. Karya yang dibawa masing-masing pihak tetap miliknya.',
    confidentiality: 'Data pribadi peserta hanya dipakai untuk penyelenggaraan pelatihan, tidak dipindahkan ke luar sistem, dan dihapus dari perangkat pengajar paling lambat 30 hari setelah pelatihan selesai (UU 27/2022).',
    dataRoles: 'AGENCY_CONTROLS',
    evaluationMonths: kind === 'IA' ? 6 : 12,
  }
}
