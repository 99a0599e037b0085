/** The ten perangkat daerah (OPD) of the demo: real names of offices, no real people. */

export type UnitSeed = { code: string; name: string; shortName: string }

export const units: readonly UnitSeed[] = [
  { code: 'BKPSDM', name: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', shortName: 'BKPSDM' },
  { code: 'DPMPTSP', name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', shortName: 'DPMPTSP' },
  { code: 'DISDUKCAPIL', name: 'Dinas Kependudukan dan Pencatatan Sipil', shortName: 'Disdukcapil' },
  { code: 'DISKOMINFO', name: 'Dinas Komunikasi dan Informatika', shortName: 'Dinas Kominfo' },
  { code: 'SDABMBK', name: 'Dinas Sumber Daya Air, Bina Marga dan Bina Konstruksi', shortName: 'Dinas SDABMBK' },
  { code: 'PERKIMCIKATARU', name: 'Dinas Perumahan, Kawasan Permukiman, Cipta Karya dan Tata Ruang', shortName: 'Dinas Perkimcikataru' },
  { code: 'DINKES', name: 'Dinas Kesehatan', shortName: 'Dinas Kesehatan' },
  { code: 'KEC-KOTA', name: 'Kecamatan Medan Kota', shortName: 'Kec. Medan Kota' },
  { code: 'KEC-BELAWAN', name: 'Kecamatan Medan Belawan', shortName: 'Kec. Medan Belawan' },
  { code: 'KEC-TUNTUNGAN', name: 'Kecamatan Medan Tuntungan', shortName: 'Kec. Medan Tuntungan' },
]
