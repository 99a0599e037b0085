import type { PartnerKey } from './content.ts'

/**
 * The people of the demo, all invented: names begin with Demo, and sequences of NIP lie in 901-999, so that no one real
 * is hit. `people` holds everyone; `learners` the 48 ASN (30 PNS, 18 PPPK) and `staff` those who run the place.
 */

export type RoleName =
  | 'LEARNER' | 'INSTRUCTOR' | 'PARTNER_LEAD' | 'PARTNER_AUTHOR' | 'PARTNER_SIGNATORY' | 'CURRICULUM_OFFICER'
  | 'AGENCY_SIGNATORY' | 'SUPERVISOR' | 'UNIT_HEAD' | 'AUDITOR' | 'ADMIN'

export type GrantSeed = { role: RoleName; scope: { kind: 'AGENCY' | 'UNIT' | 'PARTNER'; /** Unit code or partner key. */ ref?: string } }

type Account = {
  /** The name of the account. */
  key: string
  name: string
  titleBefore?: string
  titleAfter?: string
  email: string
  position: string
  grants: readonly GrantSeed[]
}

/** What a civil servant has and others do not. */
export type AsnSeed = {
  nip: string
  kind: 'PNS' | 'PPPK'
  gender: 'L' | 'P'
  unit: string
  /** Golongan/ruang of a PNS ('III/b'), golongan of a PPPK ('IX'). */
  rank: string
  birthPlace: string
}

export type LearnerSeed = Account & AsnSeed
export type PersonSeed = Account & Partial<AsnSeed> & { partner?: PartnerKey }

const learns: readonly GrantSeed[] = [{ role: 'LEARNER', scope: { kind: 'AGENCY' } }]

export const learners: readonly LearnerSeed[] = [
  { key: 'peserta.pns.demo', name: 'Demo Peserta 01', titleAfter: 'S.Sos.', email: 'peserta.pns@demo.pembina.example', nip: '199104122019022901', kind: 'PNS', gender: 'P', unit: 'DISDUKCAPIL', rank: 'III/b', position: 'Analis Kependudukan dan Pencatatan Sipil', birthPlace: 'Medan', grants: learns },
  { key: 'peserta02.demo', name: 'Demo Peserta 02', titleAfter: 'S.H.', email: 'peserta02@demo.pembina.example', nip: '198809232015031902', kind: 'PNS', gender: 'L', unit: 'DISDUKCAPIL', rank: 'III/c', position: 'Pengelola Dokumen Akta Kelahiran', birthPlace: 'Binjai', grants: learns },
  { key: 'peserta03.demo', name: 'Demo Peserta 03', titleAfter: 'A.Md.', email: 'peserta03@demo.pembina.example', nip: '199501072020122903', kind: 'PNS', gender: 'P', unit: 'DISDUKCAPIL', rank: 'II/c', position: 'Operator Layanan Loket', birthPlace: 'Medan', grants: learns },
  { key: 'peserta04.demo', name: 'Demo Peserta 04', titleAfter: 'S.Kom.', email: 'peserta04@demo.pembina.example', nip: '199306182020121904', kind: 'PNS', gender: 'L', unit: 'DISDUKCAPIL', rank: 'III/a', position: 'Pranata Komputer Ahli Pertama', birthPlace: 'Pematangsiantar', grants: learns },
  { key: 'peserta05.demo', name: 'Demo Peserta 05', titleAfter: 'S.E.', email: 'peserta05@demo.pembina.example', nip: '198503302010012905', kind: 'PNS', gender: 'P', unit: 'DPMPTSP', rank: 'III/d', position: 'Kepala Subbagian Umum dan Kepegawaian', birthPlace: 'Medan', grants: learns },
  { key: 'peserta06.demo', name: 'Demo Peserta 06', titleAfter: 'S.A.P.', email: 'peserta06@demo.pembina.example', nip: '199008152019021906', kind: 'PNS', gender: 'L', unit: 'DPMPTSP', rank: 'III/b', position: 'Pengelola Perizinan', birthPlace: 'Tebing Tinggi', grants: learns },
  { key: 'peserta07.demo', name: 'Demo Peserta 07', titleAfter: 'S.I.Kom.', email: 'peserta07@demo.pembina.example', nip: '199402112022032907', kind: 'PNS', gender: 'P', unit: 'DPMPTSP', rank: 'III/a', position: 'Petugas Informasi dan Pengaduan', birthPlace: 'Medan', grants: learns },
  { key: 'peserta08.demo', name: 'Demo Peserta 08', titleAfter: 'S.T.', email: 'peserta08@demo.pembina.example', nip: '198705042014091908', kind: 'PNS', gender: 'L', unit: 'DPMPTSP', rank: 'III/c', position: 'Penata Perizinan Ahli Muda', birthPlace: 'Kisaran', grants: learns },
  { key: 'peserta09.demo', name: 'Demo Peserta 09', titleAfter: 'S.Kom.', email: 'peserta09@demo.pembina.example', nip: '199201272019022909', kind: 'PNS', gender: 'P', unit: 'DISKOMINFO', rank: 'III/b', position: 'Pranata Komputer Ahli Pertama', birthPlace: 'Medan', grants: learns },
  { key: 'peserta10.demo', name: 'Demo Peserta 10', titleAfter: 'M.Kom.', email: 'peserta10@demo.pembina.example', nip: '198407192009121910', kind: 'PNS', gender: 'L', unit: 'DISKOMINFO', rank: 'III/d', position: 'Pranata Komputer Ahli Muda', birthPlace: 'Medan', grants: learns },
  { key: 'peserta11.demo', name: 'Demo Peserta 11', titleAfter: 'S.I.Kom.', email: 'peserta11@demo.pembina.example', nip: '199603032022032911', kind: 'PNS', gender: 'P', unit: 'DISKOMINFO', rank: 'III/a', position: 'Pranata Hubungan Masyarakat Ahli Pertama', birthPlace: 'Rantauprapat', grants: learns },
  { key: 'peserta12.demo', name: 'Demo Peserta 12', titleAfter: 'S.T.', email: 'peserta12@demo.pembina.example', nip: '198609262011031912', kind: 'PNS', gender: 'L', unit: 'SDABMBK', rank: 'III/d', position: 'Teknik Pengairan Ahli Muda', birthPlace: 'Medan', grants: learns },
  { key: 'peserta13.demo', name: 'Demo Peserta 13', titleAfter: 'S.T.', email: 'peserta13@demo.pembina.example', nip: '199305142019022913', kind: 'PNS', gender: 'P', unit: 'SDABMBK', rank: 'III/b', position: 'Pengelola Data Drainase', birthPlace: 'Lubuk Pakam', grants: learns },
  { key: 'peserta14.demo', name: 'Demo Peserta 14', titleAfter: 'A.Md.T.', email: 'peserta14@demo.pembina.example', nip: '199111082014091914', kind: 'PNS', gender: 'L', unit: 'SDABMBK', rank: 'II/d', position: 'Pengawas Lapangan Jalan dan Drainase', birthPlace: 'Medan', grants: learns },
  { key: 'peserta15.demo', name: 'Demo Peserta 15', titleAfter: 'S.T.', email: 'peserta15@demo.pembina.example', nip: '198902222015032915', kind: 'PNS', gender: 'P', unit: 'PERKIMCIKATARU', rank: 'III/c', position: 'Penata Ruang Ahli Muda', birthPlace: 'Sibolga', grants: learns },
  { key: 'peserta16.demo', name: 'Demo Peserta 16', titleAfter: 'S.P.W.K.', email: 'peserta16@demo.pembina.example', nip: '199506302022031916', kind: 'PNS', gender: 'L', unit: 'PERKIMCIKATARU', rank: 'III/a', position: 'Penata Ruang Ahli Pertama', birthPlace: 'Medan', grants: learns },
  { key: 'peserta17.demo', name: 'Demo Peserta 17', titleAfter: 'S.K.M.', email: 'peserta17@demo.pembina.example', nip: '198812122014092917', kind: 'PNS', gender: 'P', unit: 'DINKES', rank: 'III/c', position: 'Administrator Kesehatan Ahli Muda', birthPlace: 'Medan', grants: learns },
  { key: 'peserta18.demo', name: 'Demo Peserta 18', titleAfter: 'S.Kep.', email: 'peserta18@demo.pembina.example', nip: '199210052019021918', kind: 'PNS', gender: 'L', unit: 'DINKES', rank: 'III/b', position: 'Perawat Ahli Pertama', birthPlace: 'Padangsidimpuan', grants: learns },
  { key: 'peserta19.demo', name: 'Demo Peserta 19', titleAfter: 'A.Md.Keb.', email: 'peserta19@demo.pembina.example', nip: '199408262020122919', kind: 'PNS', gender: 'P', unit: 'DINKES', rank: 'II/c', position: 'Bidan Terampil', birthPlace: 'Medan', grants: learns },
  { key: 'peserta20.demo', name: 'Demo Peserta 20', titleAfter: 'S.E.', email: 'peserta20@demo.pembina.example', nip: '198301172008011920', kind: 'PNS', gender: 'L', unit: 'BKPSDM', rank: 'III/d', position: 'Kepala Subbagian Keuangan', birthPlace: 'Medan', grants: learns },
  { key: 'peserta21.demo', name: 'Demo Peserta 21', titleAfter: 'S.Psi.', email: 'peserta21@demo.pembina.example', nip: '199107032019022921', kind: 'PNS', gender: 'P', unit: 'BKPSDM', rank: 'III/b', position: 'Analis Pengembangan Kompetensi', birthPlace: 'Medan', grants: learns },
  { key: 'peserta22.demo', name: 'Demo Peserta 22', titleAfter: 'S.STP.', email: 'peserta22@demo.pembina.example', nip: '199304092015081922', kind: 'PNS', gender: 'L', unit: 'BKPSDM', rank: 'III/c', position: 'Analis Sumber Daya Manusia Aparatur Ahli Muda', birthPlace: 'Kabanjahe', grants: learns },
  { key: 'peserta23.demo', name: 'Demo Peserta 23', titleAfter: 'S.Sos.', email: 'peserta23@demo.pembina.example', nip: '198701212010012923', kind: 'PNS', gender: 'P', unit: 'KEC-KOTA', rank: 'III/d', position: 'Lurah', birthPlace: 'Medan', grants: learns },
  { key: 'peserta24.demo', name: 'Demo Peserta 24', titleAfter: 'S.IP.', email: 'peserta24@demo.pembina.example', nip: '199003282019021924', kind: 'PNS', gender: 'L', unit: 'KEC-KOTA', rank: 'III/b', position: 'Pengelola Pelayanan Kecamatan', birthPlace: 'Medan', grants: learns },
  { key: 'peserta25.demo', name: 'Demo Peserta 25', email: 'peserta25@demo.pembina.example', nip: '199705162022032925', kind: 'PNS', gender: 'P', unit: 'KEC-KOTA', rank: 'II/a', position: 'Pengadministrasi Umum', birthPlace: 'Medan', grants: learns },
  { key: 'peserta26.demo', name: 'Demo Peserta 26', titleAfter: 'S.Sos.', email: 'peserta26@demo.pembina.example', nip: '198509092009121926', kind: 'PNS', gender: 'L', unit: 'KEC-BELAWAN', rank: 'III/d', position: 'Kepala Seksi Pelayanan Umum', birthPlace: 'Medan', grants: learns },
  { key: 'peserta27.demo', name: 'Demo Peserta 27', titleAfter: 'S.E.', email: 'peserta27@demo.pembina.example', nip: '199211192019022927', kind: 'PNS', gender: 'P', unit: 'KEC-BELAWAN', rank: 'III/b', position: 'Bendahara Pengeluaran', birthPlace: 'Tanjungbalai', grants: learns },
  { key: 'peserta28.demo', name: 'Demo Peserta 28', email: 'peserta28@demo.pembina.example', nip: '198906042014091928', kind: 'PNS', gender: 'L', unit: 'KEC-BELAWAN', rank: 'II/c', position: 'Pengadministrasi Kependudukan', birthPlace: 'Medan', grants: learns },
  { key: 'peserta29.demo', name: 'Demo Peserta 29', titleAfter: 'S.H.', email: 'peserta29@demo.pembina.example', nip: '198602132011032929', kind: 'PNS', gender: 'P', unit: 'KEC-TUNTUNGAN', rank: 'III/d', position: 'Kepala Subbagian Perencanaan', birthPlace: 'Medan', grants: learns },
  { key: 'peserta30.demo', name: 'Demo Peserta 30', titleAfter: 'S.Pd.', email: 'peserta30@demo.pembina.example', nip: '199112252019021930', kind: 'PNS', gender: 'L', unit: 'KEC-TUNTUNGAN', rank: 'III/b', position: 'Pengelola Pemberdayaan Masyarakat', birthPlace: 'Stabat', grants: learns },
  { key: 'peserta.pppk.demo', name: 'Demo Peserta 31', titleAfter: 'S.Kom.', email: 'peserta.pppk@demo.pembina.example', nip: '199001012023211931', kind: 'PPPK', gender: 'L', unit: 'DISDUKCAPIL', rank: 'IX', position: 'Pranata Komputer Ahli Pertama', birthPlace: 'Medan', grants: learns },
  { key: 'peserta32.demo', name: 'Demo Peserta 32', titleAfter: 'A.Md.', email: 'peserta32@demo.pembina.example', nip: '199308172023212932', kind: 'PPPK', gender: 'P', unit: 'DISDUKCAPIL', rank: 'VII', position: 'Operator Layanan Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta33.demo', name: 'Demo Peserta 33', titleAfter: 'S.Sos.', email: 'peserta33@demo.pembina.example', nip: '198806112023212933', kind: 'PPPK', gender: 'P', unit: 'DPMPTSP', rank: 'IX', position: 'Penata Layanan Operasional', birthPlace: 'Binjai', grants: learns },
  { key: 'peserta34.demo', name: 'Demo Peserta 34', email: 'peserta34@demo.pembina.example', nip: '199109252024211934', kind: 'PPPK', gender: 'L', unit: 'DPMPTSP', rank: 'V', position: 'Pengelola Umum Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta35.demo', name: 'Demo Peserta 35', titleAfter: 'S.I.Kom.', email: 'peserta35@demo.pembina.example', nip: '199401302023212935', kind: 'PPPK', gender: 'P', unit: 'DISKOMINFO', rank: 'IX', position: 'Pranata Hubungan Masyarakat Ahli Pertama', birthPlace: 'Medan', grants: learns },
  { key: 'peserta36.demo', name: 'Demo Peserta 36', titleAfter: 'A.Md.Kom.', email: 'peserta36@demo.pembina.example', nip: '199604202024211936', kind: 'PPPK', gender: 'L', unit: 'DISKOMINFO', rank: 'VII', position: 'Pranata Komputer Terampil', birthPlace: 'Medan', grants: learns },
  { key: 'peserta37.demo', name: 'Demo Peserta 37', titleAfter: 'S.T.', email: 'peserta37@demo.pembina.example', nip: '198707082023211937', kind: 'PPPK', gender: 'L', unit: 'SDABMBK', rank: 'IX', position: 'Teknik Pengairan Ahli Pertama', birthPlace: 'Pematangsiantar', grants: learns },
  { key: 'peserta38.demo', name: 'Demo Peserta 38', email: 'peserta38@demo.pembina.example', nip: '199210032024212938', kind: 'PPPK', gender: 'P', unit: 'SDABMBK', rank: 'V', position: 'Operator Layanan Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta39.demo', name: 'Demo Peserta 39', titleAfter: 'S.T.', email: 'peserta39@demo.pembina.example', nip: '199103182023212939', kind: 'PPPK', gender: 'P', unit: 'PERKIMCIKATARU', rank: 'IX', position: 'Penata Ruang Ahli Pertama', birthPlace: 'Medan', grants: learns },
  { key: 'peserta40.demo', name: 'Demo Peserta 40', titleAfter: 'A.Md.', email: 'peserta40@demo.pembina.example', nip: '199509142024211940', kind: 'PPPK', gender: 'L', unit: 'PERKIMCIKATARU', rank: 'VII', position: 'Pengelola Layanan Operasional', birthPlace: 'Tebing Tinggi', grants: learns },
  { key: 'peserta41.demo', name: 'Demo Peserta 41', titleAfter: 'S.Kep., Ners', email: 'peserta41@demo.pembina.example', nip: '198905272022212941', kind: 'PPPK', gender: 'P', unit: 'DINKES', rank: 'IX', position: 'Perawat Ahli Pertama', birthPlace: 'Medan', grants: learns },
  { key: 'peserta42.demo', name: 'Demo Peserta 42', titleAfter: 'A.Md.Keb.', email: 'peserta42@demo.pembina.example', nip: '199302122022212942', kind: 'PPPK', gender: 'P', unit: 'DINKES', rank: 'VII', position: 'Bidan Terampil', birthPlace: 'Gunungsitoli', grants: learns },
  { key: 'peserta43.demo', name: 'Demo Peserta 43', titleAfter: 'A.Md.Kep.', email: 'peserta43@demo.pembina.example', nip: '199412062022211943', kind: 'PPPK', gender: 'L', unit: 'DINKES', rank: 'VII', position: 'Perawat Terampil', birthPlace: 'Medan', grants: learns },
  { key: 'peserta44.demo', name: 'Demo Peserta 44', titleAfter: 'S.M.', email: 'peserta44@demo.pembina.example', nip: '199007192023212944', kind: 'PPPK', gender: 'P', unit: 'BKPSDM', rank: 'IX', position: 'Penata Layanan Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta45.demo', name: 'Demo Peserta 45', email: 'peserta45@demo.pembina.example', nip: '198804052024211945', kind: 'PPPK', gender: 'L', unit: 'KEC-KOTA', rank: 'V', position: 'Operator Layanan Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta46.demo', name: 'Demo Peserta 46', titleAfter: 'S.A.P.', email: 'peserta46@demo.pembina.example', nip: '199208112023212946', kind: 'PPPK', gender: 'P', unit: 'KEC-BELAWAN', rank: 'IX', position: 'Penata Layanan Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta47.demo', name: 'Demo Peserta 47', email: 'peserta47@demo.pembina.example', nip: '198510212024211947', kind: 'PPPK', gender: 'L', unit: 'KEC-BELAWAN', rank: 'V', position: 'Pengelola Umum Operasional', birthPlace: 'Medan', grants: learns },
  { key: 'peserta48.demo', name: 'Demo Peserta 48', titleAfter: 'S.Pd.', email: 'peserta48@demo.pembina.example', nip: '199306062023212948', kind: 'PPPK', gender: 'P', unit: 'KEC-TUNTUNGAN', rank: 'IX', position: 'Penata Layanan Operasional', birthPlace: 'Kabanjahe', grants: learns },
]

export const staff: readonly PersonSeed[] = [
  {
    key: 'sistem.demo', name: 'Demo Sistem', titleAfter: 'M.Kom.', email: 'sistem@demo.pembina.example', position: 'Pranata Komputer Ahli Muda',
    nip: '198505172010011951', kind: 'PNS', gender: 'L', unit: 'DISKOMINFO', rank: 'III/d', birthPlace: 'Medan',
    grants: [{ role: 'ADMIN', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'admin.demo', name: 'Demo Admin Bangkom', titleAfter: 'S.Sos., M.A.P.', email: 'admin@demo.pembina.example', position: 'Analis Pengembangan Kompetensi ASN Ahli Muda',
    nip: '198703242011032952', kind: 'PNS', gender: 'P', unit: 'BKPSDM', rank: 'III/d', birthPlace: 'Medan',
    grants: [{ role: 'CURRICULUM_OFFICER', scope: { kind: 'AGENCY' } }, { role: 'LEARNER', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'widyaiswara.demo', name: 'Demo Widyaiswara', titleBefore: 'Dr.', titleAfter: 'M.Si.', email: 'widyaiswara@demo.pembina.example', position: 'Widyaiswara Ahli Madya',
    nip: '197608192001121953', kind: 'PNS', gender: 'L', unit: 'BKPSDM', rank: 'IV/b', birthPlace: 'Pematangsiantar',
    grants: [{ role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }, { role: 'LEARNER', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'pimpinan.demo', name: 'Demo Pimpinan', titleAfter: 'S.STP., M.A.P.', email: 'pimpinan@demo.pembina.example', position: 'Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    nip: '197511031997112954', kind: 'PNS', gender: 'P', unit: 'BKPSDM', rank: 'IV/c', birthPlace: 'Medan',
    grants: [{ role: 'AGENCY_SIGNATORY', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'kerjasama.demo', name: 'Demo Kerja Sama', titleAfter: 'S.H., M.H.', email: 'kerjasama@demo.pembina.example', position: 'Analis Kerja Sama',
    nip: '198806152014032955', kind: 'PNS', gender: 'P', unit: 'BKPSDM', rank: 'III/c', birthPlace: 'Binjai',
    grants: [{ role: 'CURRICULUM_OFFICER', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'opd.demo', name: 'Demo Kepala Dinas', titleAfter: 'S.Sos., M.Si.', email: 'opd@demo.pembina.example', position: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
    nip: '197402281998031956', kind: 'PNS', gender: 'L', unit: 'DISDUKCAPIL', rank: 'IV/c', birthPlace: 'Medan',
    grants: [{ role: 'UNIT_HEAD', scope: { kind: 'UNIT', ref: 'DISDUKCAPIL' } }, { role: 'LEARNER', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'atasan.demo', name: 'Demo Atasan', titleAfter: 'S.H.', email: 'atasan@demo.pembina.example', position: 'Kepala Bidang Pelayanan Pencatatan Sipil',
    nip: '198010072006042957', kind: 'PNS', gender: 'P', unit: 'DISDUKCAPIL', rank: 'IV/a', birthPlace: 'Tebing Tinggi',
    grants: [{ role: 'SUPERVISOR', scope: { kind: 'UNIT', ref: 'DISDUKCAPIL' } }, { role: 'LEARNER', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'auditor.demo', name: 'Demo Auditor', titleAfter: 'S.E., Ak.', email: 'auditor@demo.pembina.example', position: 'Auditor',
    grants: [{ role: 'AUDITOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'pj.usu.demo', name: 'Demo Penanggung Jawab USU', titleBefore: 'Dr.', titleAfter: 'M.Hum.', email: 'pj.usu@demo.pembina.example', position: 'Kepala Kantor Kerja Sama',
    partner: 'USU',
    grants: [{ role: 'PARTNER_LEAD', scope: { kind: 'PARTNER', ref: 'USU' } }],
  },
  {
    key: 'dosen.usu.demo', name: 'Demo Dosen USU', titleBefore: 'Dr.', titleAfter: 'M.Si.', email: 'dosen.usu@demo.pembina.example', position: 'Dosen Administrasi Publik',
    partner: 'USU',
    grants: [{ role: 'PARTNER_AUTHOR', scope: { kind: 'PARTNER', ref: 'USU' } }, { role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'ttd.usu.demo', name: 'Demo Penanda Tangan USU', titleBefore: 'Prof. Dr.', titleAfter: 'M.A.', email: 'ttd.usu@demo.pembina.example', position: 'Dekan Fakultas Ilmu Sosial dan Ilmu Politik',
    partner: 'USU',
    grants: [{ role: 'PARTNER_SIGNATORY', scope: { kind: 'PARTNER', ref: 'USU' } }],
  },
  {
    key: 'pj.del.demo', name: 'Demo Penanggung Jawab IT Del', titleAfter: 'M.Kom.', email: 'pj.del@demo.pembina.example', position: 'Kepala Bagian Kerja Sama',
    partner: 'DEL',
    grants: [{ role: 'PARTNER_LEAD', scope: { kind: 'PARTNER', ref: 'DEL' } }],
  },
  {
    key: 'dosen.del.demo', name: 'Demo Dosen IT Del', titleAfter: 'M.T.', email: 'dosen.del@demo.pembina.example', position: 'Dosen Sistem Informasi',
    partner: 'DEL',
    grants: [{ role: 'PARTNER_AUTHOR', scope: { kind: 'PARTNER', ref: 'DEL' } }, { role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'ttd.del.demo', name: 'Demo Penanda Tangan IT Del', titleBefore: 'Dr.', titleAfter: 'M.T.', email: 'ttd.del@demo.pembina.example', position: 'Dekan Fakultas Informatika dan Teknik Elektro',
    partner: 'DEL',
    grants: [{ role: 'PARTNER_SIGNATORY', scope: { kind: 'PARTNER', ref: 'DEL' } }],
  },
  {
    key: 'pj.polmed.demo', name: 'Demo Penanggung Jawab Polmed', titleAfter: 'M.M.', email: 'pj.polmed@demo.pembina.example', position: 'Kepala Unit Kerja Sama dan Humas',
    partner: 'POLMED',
    grants: [{ role: 'PARTNER_LEAD', scope: { kind: 'PARTNER', ref: 'POLMED' } }],
  },
  {
    key: 'dosen.polmed.demo', name: 'Demo Dosen Polmed', titleAfter: 'M.T.', email: 'dosen.polmed@demo.pembina.example', position: 'Dosen Teknik Komputer',
    partner: 'POLMED',
    grants: [{ role: 'PARTNER_AUTHOR', scope: { kind: 'PARTNER', ref: 'POLMED' } }, { role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'ttd.polmed.demo', name: 'Demo Penanda Tangan Polmed', titleBefore: 'Dr.', titleAfter: 'M.T.', email: 'ttd.polmed@demo.pembina.example', position: 'Direktur',
    partner: 'POLMED',
    grants: [{ role: 'PARTNER_SIGNATORY', scope: { kind: 'PARTNER', ref: 'POLMED' } }],
  },
  {
    key: 'pj.umsu.demo', name: 'Demo Penanggung Jawab UMSU', titleBefore: 'Dr.', titleAfter: 'M.Hum.', email: 'pj.umsu@demo.pembina.example', position: 'Kepala Lembaga Kerja Sama',
    partner: 'UMSU',
    grants: [{ role: 'PARTNER_LEAD', scope: { kind: 'PARTNER', ref: 'UMSU' } }],
  },
  {
    key: 'dosen.umsu.demo', name: 'Demo Dosen UMSU', titleAfter: 'M.Pd.', email: 'dosen.umsu@demo.pembina.example', position: 'Dosen Pendidikan',
    partner: 'UMSU',
    grants: [{ role: 'PARTNER_AUTHOR', scope: { kind: 'PARTNER', ref: 'UMSU' } }, { role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'ttd.umsu.demo', name: 'Demo Penanda Tangan UMSU', titleBefore: 'Dr.', titleAfter: 'M.Si.', email: 'ttd.umsu@demo.pembina.example', position: 'Wakil Rektor Bidang Kerja Sama',
    partner: 'UMSU',
    grants: [{ role: 'PARTNER_SIGNATORY', scope: { kind: 'PARTNER', ref: 'UMSU' } }],
  },
  {
    key: 'pj.uinsu.demo', name: 'Demo Penanggung Jawab UIN Sumatera Utara', titleAfter: 'M.A.', email: 'pj.uinsu@demo.pembina.example', position: 'Kepala Pusat Kerja Sama',
    partner: 'UINSU',
    grants: [{ role: 'PARTNER_LEAD', scope: { kind: 'PARTNER', ref: 'UINSU' } }],
  },
  {
    key: 'dosen.uinsu.demo', name: 'Demo Dosen UIN Sumatera Utara', titleAfter: 'M.Si.', email: 'dosen.uinsu@demo.pembina.example', position: 'Dosen Ilmu Komunikasi',
    partner: 'UINSU',
    grants: [{ role: 'PARTNER_AUTHOR', scope: { kind: 'PARTNER', ref: 'UINSU' } }, { role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'ttd.uinsu.demo', name: 'Demo Penanda Tangan UIN Sumatera Utara', titleBefore: 'Dr.', titleAfter: 'M.Si.', email: 'ttd.uinsu@demo.pembina.example', position: 'Dekan Fakultas Dakwah dan Komunikasi',
    partner: 'UINSU',
    grants: [{ role: 'PARTNER_SIGNATORY', scope: { kind: 'PARTNER', ref: 'UINSU' } }],
  },
  {
    key: 'pj.unimed.demo', name: 'Demo Penanggung Jawab UNIMED', titleBefore: 'Dr.', titleAfter: 'M.Pd.', email: 'pj.unimed@demo.pembina.example', position: 'Koordinator Kerja Sama',
    partner: 'UNIMED',
    grants: [{ role: 'PARTNER_LEAD', scope: { kind: 'PARTNER', ref: 'UNIMED' } }],
  },
  {
    key: 'dosen.unimed.demo', name: 'Demo Dosen UNIMED', titleAfter: 'M.Si.', email: 'dosen.unimed@demo.pembina.example', position: 'Dosen Geografi',
    partner: 'UNIMED',
    grants: [{ role: 'PARTNER_AUTHOR', scope: { kind: 'PARTNER', ref: 'UNIMED' } }, { role: 'INSTRUCTOR', scope: { kind: 'AGENCY' } }],
  },
  {
    key: 'ttd.unimed.demo', name: 'Demo Penanda Tangan UNIMED', titleBefore: 'Dr.', titleAfter: 'M.Si.', email: 'ttd.unimed@demo.pembina.example', position: 'Wakil Rektor Bidang Kerja Sama',
    partner: 'UNIMED',
    grants: [{ role: 'PARTNER_SIGNATORY', scope: { kind: 'PARTNER', ref: 'UNIMED' } }],
  },
]

export const people: readonly PersonSeed[] = [...learners, ...staff]
