import type { PartnerKey } from './content.ts'

/**
 * The universities of the demo and the agreements with them. The institutions' names are real, the agreements are not:
 * each number begins with DEMO/. Days count from the day of seeding, so that the demo never goes stale; negative is past.
 */

export type PartnerSeed = { key: PartnerKey; name: string; shortName: string; kind: 'UNIVERSITY' | 'INSTITUTE' | 'POLYTECHNIC'; city: string }

export const partners: readonly PartnerSeed[] = [
  { key: 'USU', name: 'Universitas Sumatera Utara', shortName: 'USU', kind: 'UNIVERSITY', city: 'Medan' },
  { key: 'DEL', name: 'Institut Teknologi Del', shortName: 'IT Del', kind: 'INSTITUTE', city: 'Toba' },
  { key: 'POLMED', name: 'Politeknik Negeri Medan', shortName: 'Polmed', kind: 'POLYTECHNIC', city: 'Medan' },
  { key: 'UMSU', name: 'Universitas Muhammadiyah Sumatera Utara', shortName: 'UMSU', kind: 'UNIVERSITY', city: 'Medan' },
  { key: 'UINSU', name: 'Universitas Islam Negeri Sumatera Utara', shortName: 'UIN Sumatera Utara', kind: 'UNIVERSITY', city: 'Medan' },
  { key: 'UNIMED', name: 'Universitas Negeri Medan', shortName: 'UNIMED', kind: 'UNIVERSITY', city: 'Medan' },
]

export type AgreementSeed = {
  kind: 'KSB' | 'PKS' | 'IA'
  partner: PartnerKey
  /** numberAgency of the agreement this one rests on: a PKS on a KSB, an IA on a PKS. */
  parent: string | null
  state: 'ACTIVE' | 'SIGNING' | 'DRAFT'
  numberAgency: string
  numberPartner: string
  startsInDays: number
  endsInDays: number
  title: string
  scope: string[]
}

export const agreements: readonly AgreementSeed[] = [
  {
    kind: 'KSB', partner: 'USU', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-001/SETDA', numberPartner: 'DEMO/KSB-001/USU', startsInDays: -420, endsInDays: 1405,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Universitas Sumatera Utara tentang Pendidikan, Penelitian, Pengabdian kepada Masyarakat, dan Pengembangan Kompetensi ASN',
    scope: ['Pendidikan dan pengajaran', 'Penelitian dan perencanaan pembangunan daerah', 'Pengabdian kepada masyarakat', 'Pelatihan dan seminar bagi ASN'],
  },
  {
    kind: 'PKS', partner: 'USU', parent: 'DEMO/KSB-001/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-001/BKPSDM', numberPartner: 'DEMO/PKS-001/USU', startsInDays: -390, endsInDays: 705,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Fakultas Ilmu Sosial dan Ilmu Politik USU tentang Penyusunan Kurikulum dan Penyelenggaraan Pelatihan Pelayanan Publik',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan pengajar dan bahan ajar', 'Pendampingan praktik lapangan', 'Evaluasi pascapelatihan'],
  },
  {
    kind: 'PKS', partner: 'USU', parent: 'DEMO/KSB-001/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-002/BKPSDM', numberPartner: 'DEMO/PKS-002/USU', startsInDays: -180, endsInDays: 550,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Fakultas Hukum USU tentang Penyusunan Kurikulum dan Penyelenggaraan Pelatihan Perancangan Produk Hukum Daerah',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan pengajar dan bahan ajar', 'Klinik rancangan produk hukum'],
  },
  {
    kind: 'IA', partner: 'USU', parent: 'DEMO/PKS-001/BKPSDM', state: 'ACTIVE',
    numberAgency: 'DEMO/IA-001/BKPSDM', numberPartner: 'DEMO/IA-001/USU', startsInDays: -60, endsInDays: 120,
    title: 'Rencana Pelaksanaan Kegiatan: Pelatihan Pelayanan Publik Prima Angkatan I',
    scope: ['Penyelenggaraan satu angkatan PLT-PLY-01', 'Penilaian praktik oleh dosen dan atasan langsung'],
  },
  {
    kind: 'IA', partner: 'USU', parent: 'DEMO/PKS-002/BKPSDM', state: 'SIGNING',
    numberAgency: 'DEMO/IA-002/BKPSDM', numberPartner: 'DEMO/IA-002/USU', startsInDays: 15, endsInDays: 135,
    title: 'Rencana Pelaksanaan Kegiatan: Klinik Rancangan Peraturan Wali Kota bagi Analis Hukum',
    scope: ['Penyelenggaraan klinik empat hari', 'Reviu rancangan oleh dosen'],
  },
  {
    kind: 'KSB', partner: 'DEL', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-002/SETDA', numberPartner: 'DEMO/KSB-002/DEL', startsInDays: -300, endsInDays: 1525,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Institut Teknologi Del tentang Pengembangan Kompetensi Teknologi Informasi bagi ASN',
    scope: ['Pendidikan dan pelatihan bidang teknologi informasi', 'Riset terapan layanan digital', 'Pemanfaatan laboratorium'],
  },
  {
    kind: 'PKS', partner: 'DEL', parent: 'DEMO/KSB-002/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-003/BKPSDM', numberPartner: 'DEMO/PKS-003/DEL', startsInDays: -270, endsInDays: 825,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Fakultas Informatika dan Teknik Elektro IT Del tentang Pelatihan Literasi Data dan Inovasi Digital',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan pengajar dan laboratorium', 'Pendampingan proyek perangkat daerah'],
  },
  {
    kind: 'IA', partner: 'DEL', parent: 'DEMO/PKS-003/BKPSDM', state: 'ACTIVE',
    numberAgency: 'DEMO/IA-003/BKPSDM', numberPartner: 'DEMO/IA-003/DEL', startsInDays: -20, endsInDays: 160,
    title: 'Rencana Pelaksanaan Kegiatan: Praktikum Dasbor Kinerja bagi Pengelola Data Perangkat Daerah',
    scope: ['Penyelenggaraan satu angkatan PLT-DAT-02', 'Penyediaan lingkungan praktikum daring'],
  },
  {
    kind: 'IA', partner: 'DEL', parent: 'DEMO/PKS-003/BKPSDM', state: 'DRAFT',
    numberAgency: 'DEMO/IA-004/BKPSDM', numberPartner: 'DEMO/IA-004/DEL', startsInDays: 45, endsInDays: 225,
    title: 'Rencana Pelaksanaan Kegiatan: Pendampingan Purwarupa Layanan Digital Kecamatan',
    scope: ['Penyelenggaraan PLT-INO-12', 'Uji pakai bersama warga'],
  },
  {
    kind: 'KSB', partner: 'POLMED', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-003/SETDA', numberPartner: 'DEMO/KSB-003/POLMED', startsInDays: -700, endsInDays: 1126,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Politeknik Negeri Medan tentang Peningkatan Keterampilan Terapan bagi ASN',
    scope: ['Pendidikan dan pelatihan terapan', 'Pemanfaatan bengkel dan laboratorium', 'Sertifikasi dan uji kompetensi'],
  },
  {
    kind: 'PKS', partner: 'POLMED', parent: 'DEMO/KSB-003/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-004/BKPSDM', numberPartner: 'DEMO/PKS-004/POLMED', startsInDays: -330, endsInDays: 400,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Jurusan Teknik Komputer dan Informatika Politeknik Negeri Medan tentang Bimbingan Teknis Keamanan Informasi dan Pelindungan Data Pribadi',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan laboratorium komputer', 'Penyediaan instruktur'],
  },
  {
    kind: 'PKS', partner: 'POLMED', parent: 'DEMO/KSB-003/SETDA', state: 'SIGNING',
    numberAgency: 'DEMO/PKS-005/BKPSDM', numberPartner: 'DEMO/PKS-005/POLMED', startsInDays: 14, endsInDays: 744,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Jurusan Akuntansi Politeknik Negeri Medan tentang Pelatihan Penatausahaan Keuangan Daerah',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan pengajar', 'Penyusunan kasus latihan'],
  },
  {
    kind: 'IA', partner: 'POLMED', parent: 'DEMO/PKS-004/BKPSDM', state: 'ACTIVE',
    numberAgency: 'DEMO/IA-005/BKPSDM', numberPartner: 'DEMO/IA-005/POLMED', startsInDays: -45, endsInDays: 90,
    title: 'Rencana Pelaksanaan Kegiatan: Bimbingan Teknis Keamanan Informasi Angkatan I',
    scope: ['Penyelenggaraan satu angkatan PLT-KIN-03', 'Penggunaan laboratorium selama tiga hari'],
  },
  {
    kind: 'KSB', partner: 'UMSU', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-004/SETDA', numberPartner: 'DEMO/KSB-004/UMSU', startsInDays: -900, endsInDays: 925,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Universitas Muhammadiyah Sumatera Utara tentang Catur Dharma Perguruan Tinggi dan Pengembangan Sumber Daya Manusia Aparatur',
    scope: ['Pendidikan dan pengajaran', 'Penelitian dan perencanaan pembangunan daerah', 'Pengabdian kepada masyarakat', 'Pelatihan dan seminar bagi ASN'],
  },
  {
    kind: 'PKS', partner: 'UMSU', parent: 'DEMO/KSB-004/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-006/BKPSDM', numberPartner: 'DEMO/PKS-006/UMSU', startsInDays: -120, endsInDays: 610,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Universitas Muhammadiyah Sumatera Utara tentang Pelatihan Pengadaan dan Layanan Publik Inklusif',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan pengajar', 'Pelibatan organisasi penyandang disabilitas sebagai narasumber'],
  },
  // Berakhir: contoh PKS yang tidak boleh lagi mendasari kelas baru.
  {
    kind: 'PKS', partner: 'UMSU', parent: 'DEMO/KSB-004/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-007/BKPSDM', numberPartner: 'DEMO/PKS-007/UMSU', startsInDays: -800, endsInDays: -70,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Fakultas Ekonomi dan Bisnis UMSU tentang Seminar Tata Kelola Pengadaan',
    scope: ['Seminar tahunan', 'Penyediaan narasumber'],
  },
  {
    kind: 'IA', partner: 'UMSU', parent: 'DEMO/PKS-006/BKPSDM', state: 'ACTIVE',
    numberAgency: 'DEMO/IA-006/BKPSDM', numberPartner: 'DEMO/IA-006/UMSU', startsInDays: -30, endsInDays: 110,
    title: 'Rencana Pelaksanaan Kegiatan: Bimbingan Teknis Layanan Ramah Penyandang Disabilitas dan Lansia Angkatan I',
    scope: ['Penyelenggaraan satu angkatan PLT-DIS-11', 'Pelibatan juru bahasa isyarat'],
  },
  {
    kind: 'KSB', partner: 'UINSU', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-005/SETDA', numberPartner: 'DEMO/KSB-005/UINSU', startsInDays: -250, endsInDays: 1576,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Universitas Islam Negeri Sumatera Utara tentang Moderasi, Komunikasi Publik, dan Pengembangan Kompetensi ASN',
    scope: ['Pendidikan dan pengajaran', 'Penelitian dan perencanaan pembangunan daerah', 'Pengabdian kepada masyarakat', 'Pelatihan dan seminar bagi ASN'],
  },
  {
    kind: 'PKS', partner: 'UINSU', parent: 'DEMO/KSB-005/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-008/BKPSDM', numberPartner: 'DEMO/PKS-008/UINSU', startsInDays: -220, endsInDays: 510,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Fakultas Dakwah dan Komunikasi UIN Sumatera Utara tentang Workshop Komunikasi Publik dan Pelatihan Sosial Kultural',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan pengajar', 'Fasilitasi kunjungan belajar'],
  },
  {
    kind: 'IA', partner: 'UINSU', parent: 'DEMO/PKS-008/BKPSDM', state: 'SIGNING',
    numberAgency: 'DEMO/IA-007/BKPSDM', numberPartner: 'DEMO/IA-007/UINSU', startsInDays: 10, endsInDays: 100,
    title: 'Rencana Pelaksanaan Kegiatan: Kunjungan Belajar Rumah Ibadah dan Komunitas',
    scope: ['Penyelenggaraan satu angkatan PLT-SOS-10', 'Pendampingan lapangan'],
  },
  {
    kind: 'KSB', partner: 'UNIMED', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-006/SETDA', numberPartner: 'DEMO/KSB-006/UNIMED', startsInDays: -350, endsInDays: 1475,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Universitas Negeri Medan tentang Pendidikan, Riset Kewilayahan, dan Pengembangan Kompetensi ASN',
    scope: ['Pendidikan dan pengajaran', 'Penelitian dan perencanaan pembangunan daerah', 'Pengabdian kepada masyarakat', 'Pelatihan dan seminar bagi ASN'],
  },
  {
    kind: 'PKS', partner: 'UNIMED', parent: 'DEMO/KSB-006/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-009/BKPSDM', numberPartner: 'DEMO/PKS-009/UNIMED', startsInDays: -310, endsInDays: 420,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan Universitas Negeri Medan tentang Pelatihan Sistem Informasi Geografis dan Kepemimpinan Adaptif',
    scope: ['Penyusunan kurikulum bersama', 'Penyediaan laboratorium geografi', 'Coaching bagi pejabat pengawas'],
  },
  {
    kind: 'IA', partner: 'UNIMED', parent: 'DEMO/PKS-009/BKPSDM', state: 'ACTIVE',
    numberAgency: 'DEMO/IA-008/BKPSDM', numberPartner: 'DEMO/IA-008/UNIMED', startsInDays: -15, endsInDays: 150,
    title: 'Rencana Pelaksanaan Kegiatan: Pemetaan Drainase Kelurahan bersama Dinas SDABMBK',
    scope: ['Penyelenggaraan satu angkatan PLT-GIS-08', 'Survei lapangan'],
  },
  // Akan berakhir: tersisa enam puluh hari.
  {
    kind: 'KSB', partner: 'UNIMED', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-007/SETDA', numberPartner: 'DEMO/KSB-007/UNIMED', startsInDays: -1035, endsInDays: 60,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Universitas Negeri Medan tentang Pemanfaatan Bersama Sarana Pembelajaran',
    scope: ['Pemanfaatan ruang kelas dan perpustakaan'],
  },
  {
    kind: 'PKS', partner: 'UNIMED', parent: 'DEMO/KSB-007/SETDA', state: 'ACTIVE',
    numberAgency: 'DEMO/PKS-010/BKPSDM', numberPartner: 'DEMO/PKS-010/UNIMED', startsInDays: -1000, endsInDays: 30,
    title: 'Perjanjian Kerja Sama antara BKPSDM Kota Medan dan UPT Perpustakaan UNIMED tentang Akses Koleksi Perpustakaan bagi Peserta Pelatihan',
    scope: ['Akses koleksi', 'Peminjaman ruang belajar'],
  },
  // Lebih dari dua belas bulan tanpa PKS: contoh peringatan tindak lanjut.
  {
    kind: 'KSB', partner: 'POLMED', parent: null, state: 'ACTIVE',
    numberAgency: 'DEMO/KSB-008/SETDA', numberPartner: 'DEMO/KSB-008/POLMED', startsInDays: -430, endsInDays: 665,
    title: 'Kesepakatan Bersama antara Pemerintah Kota Medan dan Politeknik Negeri Medan tentang Penyelenggaraan Uji Kompetensi Teknis',
    scope: ['Uji kompetensi teknis', 'Penyediaan asesor'],
  },
]
