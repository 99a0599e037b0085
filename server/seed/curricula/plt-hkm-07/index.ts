import type { CurriculumSeed } from '../../content.ts'
import { opening, shortPracticum } from '../outline.ts'
import { exams } from './exams.ts'

export const curriculum: CurriculumSeed = {
  code: 'PLT-HKM-07',
  title: 'Perancangan Produk Hukum Daerah (Legal Drafting) bagi ASN',
  kind: 3,
  mode: 'CLASSROOM',
  partner: 'USU',
  faculty: 'Fakultas Hukum',
  audience: 'Analis hukum, kasubbag, dan perencana kebijakan OPD',
  summary: 'Melatih perancang produk hukum daerah menyusun naskah akademik, merumuskan norma yang jelas, mengharmonisasikan rancangan, dan melibatkan masyarakat secara bermakna.',
  outcomes: [
    { code: 'CP-1', text: 'Menjelaskan hierarki peraturan dan batas kewenangan daerah.' },
    { code: 'CP-2', text: 'Menyusun kerangka naskah akademik dan analisis dampak.' },
    { code: 'CP-3', text: 'Merumuskan norma sesuai dengan teknik penyusunan peraturan perundang-undangan.' },
    { code: 'CP-4', text: 'Menguji konflik norma dan merancang partisipasi publik.' },
    { code: 'CP-5', text: 'Menghasilkan rancangan Peraturan atau Keputusan Wali Kota yang siap direviu.' },
  ],
  competencies: [
    { code: 'M.08', name: 'Pengambilan Keputusan', kind: 'MANAGERIAL', fromLevel: null, toLevel: 3 },
    { code: 'M.03', name: 'Komunikasi', kind: 'MANAGERIAL', fromLevel: null, toLevel: 3 },
    { code: 'T.HKM.01', name: 'Penyusunan produk hukum daerah', kind: 'TECHNICAL', fromLevel: null, toLevel: 2 },
  ],
  subjects: [
    {
      title: 'Hierarki dan kewenangan peraturan', hours: { theory: 6, practice: 0, field: 0 }, outcomes: ['CP-1'],
      description: 'Jenis, hierarki, materi muatan, dan kewenangan membentuk produk hukum daerah.',
      topics: ['Hierarki peraturan', 'Materi muatan', 'Pengaturan dan penetapan', 'Pembagian urusan'],
      lessons: [opening('Sebelum menulis pasal pertama', `
<p>Rancangan yang rapi tetap batal apabila dibuat oleh pihak yang tidak berwenang atau bertentangan dengan peraturan yang lebih tinggi. Karena itu, tiga pertanyaan mendahului penulisan: <strong>apakah daerah berwenang</strong> atas urusan itu, <strong>bentuk hukum apa</strong> yang tepat, dan <strong>peraturan mana</strong> yang menjadi dasarnya.</p>
<p>Bedakan <em>pengaturan</em>, yang berlaku umum dan terus-menerus (peraturan daerah, peraturan wali kota), dengan <em>penetapan</em>, yang berlaku bagi pihak tertentu dan sekali selesai (keputusan). Sanksi pidana hanya dapat dimuat dalam undang-undang dan peraturan daerah. Surat edaran bukan tempat menciptakan kewajiban baru bagi warga. Anda akan memetakan dasar kewenangan untuk satu persoalan nyata di OPD.</p>`)],
    },
    {
      title: 'Naskah akademik dan analisis dampak', hours: { theory: 4, practice: 5, field: 0 }, outcomes: ['CP-2'],
      description: 'Merumuskan masalah, pilihan kebijakan, dan akibatnya.',
      topics: ['Perumusan masalah', 'Pilihan kebijakan', 'Analisis manfaat dan biaya', 'Landasan filosofis, sosiologis, yuridis'],
      lessons: [opening('Apakah peraturan memang diperlukan?', `
<p>Peraturan adalah salah satu alat, bukan satu-satunya. Parkir liar mungkin lebih cepat teratasi dengan penataan tempat dan penegakan aturan yang ada. Naskah akademik yang jujur membandingkan sedikitnya tiga pilihan: <strong>tidak berbuat apa-apa, memperbaiki pelaksanaan, dan membentuk peraturan baru</strong>.</p>
<p>Untuk setiap pilihan, perkirakan siapa yang menanggung biaya, siapa yang memperoleh manfaat, dan apa yang dapat gagal. Bicaralah dengan pihak terdampak sebelum menulis kesimpulan. Naskah memuat pula landasan filosofis, sosiologis, dan yuridis, serta jangkauan pengaturannya. Anda akan menyusun kerangka lima halaman yang dapat dikembangkan bersama perguruan tinggi mitra.</p>`)],
    },
    {
      title: 'Teknik penyusunan norma', hours: { theory: 4, practice: 8, field: 0 }, outcomes: ['CP-3'],
      description: 'Kerangka peraturan dan perumusan norma yang jelas serta dapat dilaksanakan.',
      topics: ['Kerangka peraturan', 'Definisi', 'Kata operator norma', 'Ketentuan peralihan dan penutup'],
      lessons: [opening('Satu norma, satu makna', `
<p>Norma menjawab: <strong>siapa, melakukan apa, terhadap apa, dengan syarat apa, dan apa akibatnya</strong>. Kata operator menentukan sifatnya: <em>wajib</em> menyatakan kewajiban yang bila tidak dipenuhi dapat dikenai sanksi, <em>harus</em> menyatakan keharusan memenuhi syarat, <em>dapat</em> memberi kewenangan atau pilihan, dan <em>dilarang</em> menyatakan larangan.</p>
<p>"Pelaku usaha agar menjaga kebersihan" bukan norma yang dapat ditegakkan. "Pelaku usaha wajib menyediakan tempat sampah tertutup di dalam tempat usahanya" dapat diperiksa. Definisi hanya dibuat untuk istilah yang dipakai, dan tidak menyelundupkan norma. Anda akan merumuskan sepuluh pasal beserta penjelasannya, kemudian saling menguji: dapatkah rekan menafsirkan lain?</p>`)],
    },
    {
      title: 'Harmonisasi dan partisipasi publik', hours: { theory: 3, practice: 3, field: 0 }, outcomes: ['CP-4'],
      description: 'Uji konflik norma dan pelibatan masyarakat yang bermakna.',
      topics: ['Harmonisasi vertikal dan horizontal', 'Matriks konflik norma', 'Partisipasi bermakna', 'Jejak masukan'],
      lessons: [opening('Didengar, dipertimbangkan, dijelaskan', `
<p>Harmonisasi memeriksa rancangan ke atas (peraturan yang lebih tinggi), ke samping (peraturan setingkat), dan ke dalam (antarpasal). Gunakan <strong>matriks konflik norma</strong>: setiap pasal rancangan di baris, peraturan terkait di kolom, dan catatan sesuai, tumpang tindih, atau bertentangan di selnya.</p>
<p>Partisipasi yang bermakna memenuhi tiga hak masyarakat: untuk <em>didengarkan</em> pendapatnya, untuk <em>dipertimbangkan</em> pendapatnya, dan untuk <em>mendapatkan penjelasan</em> atas pendapat yang diberikan. Rapat dengan daftar hadir saja belum cukup. Buatlah jejak masukan: siapa menyampaikan apa, diterima atau tidak, dan alasannya. Pastikan warga yang paling terdampak, termasuk penyandang disabilitas, dapat mengikuti.</p>`)],
    },
    {
      title: 'Klinik rancangan Perwal', hours: { theory: 0, practice: 3, field: 4 }, outcomes: ['CP-5'],
      description: 'Menyelesaikan satu rancangan bersama OPD dengan pendampingan dosen.',
      topics: ['Penetapan rancangan', 'Penulisan', 'Reviu sejawat', 'Penyempurnaan'],
      lessons: [opening('Rancangan yang siap direviu', `
<p>Dalam klinik, Anda membawa satu kebutuhan nyata OPD, misalnya tata cara peminjaman ruang pertemuan kecamatan atau pembentukan tim pengelola pengaduan. Tentukan apakah bentuknya peraturan atau keputusan, susun kerangka, lalu tulis rancangan lengkap.</p>
<p>Rekan sejawat memeriksa dengan daftar: kewenangan, dasar hukum, definisi, norma, sanksi, peralihan, penutup, dan bahasa. Dosen memberi catatan pada pertemuan pertama; Anda menyempurnakannya selama praktik lapangan bersama bagian terkait. Rancangan belum merupakan dokumen resmi sampai melalui proses pembentukan yang berlaku, sehingga beri tanda <strong>RANCANGAN</strong> pada setiap halaman. Atasan langsung mengonfirmasi praktik lapangan.</p>`)],
    },
  ],
  references: [
    'Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 13 Tahun 2022',
    'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah',
    'Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum Daerah sebagaimana telah diubah dengan Peraturan Menteri Dalam Negeri Nomor 120 Tahun 2018',
    'Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan',
  ],
  assessments: [
    { code: 'KUIS-1', kind: 'QUIZ', title: 'Kuis hierarki dan norma', subject: 0, outcomes: ['CP-1', 'CP-3'], instructions: 'Lima soal, 15 menit, dua kali kesempatan. Untuk setiap jawaban, nyatakan seberapa yakin Anda.', weight: 20 },
    { code: 'KUIS-2', kind: 'QUIZ', title: 'Latihan merumuskan norma', subject: 2, outcomes: ['CP-3'], instructions: 'Latihan tanpa batas waktu dan boleh diulang. Periksalah setiap jawaban; bila belum tepat, Anda mendapat petunjuk dan dapat mencoba lagi. Soal uraian dinilai oleh pengajar.', weight: 20 },
    { code: 'KUIS-3', kind: 'QUIZ', title: 'Ujian perancangan produk hukum', subject: 3, outcomes: ['CP-1', 'CP-3', 'CP-4'], instructions: 'Sembilan soal dalam dua bagian, 40 menit, satu kali kesempatan. Satu soal sedang diuji coba dan tidak dihitung.', weight: 60 },
    { code: 'PRAK-1', kind: 'PRACTICUM', title: 'Kerangka naskah akademik', subject: 1, outcomes: ['CP-2'], instructions: 'Serahkan kerangka lima halaman.', weight: 25 },
    { code: 'PRAK-2', kind: 'PRACTICUM', title: 'Sepuluh pasal dan penjelasan', subject: 2, outcomes: ['CP-3'], instructions: 'Serahkan sepuluh pasal beserta penjelasannya.', weight: 30 },
    { code: 'PRAK-3', kind: 'PRACTICUM', title: 'Uji silang konflik norma', subject: 3, outcomes: ['CP-4'], instructions: 'Serahkan matriks konflik norma dan rencana partisipasi.', weight: 20 },
    { code: 'PRAK-4', kind: 'PRACTICUM', title: 'Klinik rancangan', subject: 4, outcomes: ['CP-5'], instructions: 'Praktik lapangan; memerlukan konfirmasi atasan langsung.', weight: 25 },
  ],
  quizzes: [
    {
      assessment: 'KUIS-1', minutes: 15, attempts: 2, behaviour: 'CERTAINTY',
      questions: [
        { kind: 'SINGLE_CHOICE', points: 1, text: 'Kata operator yang memberi kewenangan atau pilihan adalah …', choices: [{ text: 'dilarang' }, { text: 'harus' }, { text: 'dapat', right: true }, { text: 'wajib' }], feedback: '"Dapat" bersifat memberi kewenangan atau diskresi; "wajib" menyatakan kewajiban.' },
        { kind: 'MULTIPLE_CHOICE', points: 2, text: 'Partisipasi bermakna memenuhi hak masyarakat untuk … (Pilih semua yang benar.)', choices: [{ text: 'membatalkan rancangan secara sepihak' }, { text: 'didengarkan pendapatnya', right: true }, { text: 'dipertimbangkan pendapatnya', right: true }, { text: 'mendapatkan penjelasan atas pendapatnya', right: true }], feedback: 'Ketiga hak pertama membentuk partisipasi bermakna.' },
        { kind: 'TRUE_FALSE', points: 1, text: 'Peraturan wali kota dapat memuat ketentuan pidana.', right: false, feedback: 'Ketentuan pidana hanya dimuat dalam undang-undang dan peraturan daerah.' },
        { kind: 'NUMERIC', points: 1, text: 'Rancangan memiliki 12 pasal dan masing-masing diuji terhadap 4 peraturan. Berapa sel dalam matriks konflik normanya?', value: 48, tolerance: 0, unit: 'sel', feedback: '12 × 4 = 48.' },
        { kind: 'SHORT_ANSWER', points: 1, text: 'Dokumen hasil penelitian atau pengkajian hukum yang mendasari rancangan peraturan daerah disebut naskah … (satu kata).', accepted: ['akademik', 'naskah akademik'], slip: 'naskah akademis', feedback: 'Naskah akademik memuat masalah, landasan, dan jangkauan pengaturan.' },
      ],
    },
  ],
  exams,
  practicums: [
    shortPracticum('PRAK-1', 'Naskah akademik', 'Susun kerangka naskah akademik lima halaman yang membandingkan sedikitnya tiga pilihan kebijakan.', ['Kerangka naskah akademik']),
    shortPracticum('PRAK-2', 'Perumusan norma', 'Rumuskan sepuluh pasal beserta penjelasan untuk satu persoalan OPD.', ['Sepuluh pasal', 'Penjelasan', 'Hasil uji tafsir rekan']),
    shortPracticum('PRAK-3', 'Uji konflik norma', 'Uji rancangan terhadap peraturan terkait dan rancang pelibatan warga terdampak.', ['Matriks konflik norma', 'Rencana partisipasi']),
    shortPracticum('PRAK-4', 'Klinik rancangan', 'Selesaikan satu rancangan Peraturan atau Keputusan Wali Kota bagi OPD Anda.', ['Rancangan bertanda RANCANGAN', 'Lembar reviu sejawat', 'Konfirmasi atasan']),
  ],
}
