import { describe, expect, test } from '@jest/globals'
import { drawCertificate } from '../../server/certificate/draw.ts'
import { someFacts } from '../support/certificate.ts'

const plain = async (facts = someFacts(), language: 'id' | 'en' = 'id') => (await drawCertificate(facts, { compress: false, language })).toString('latin1')

describe('a certificate as PDF', () => {
  test('the same facts give the same bytes, on any day', async () => {
    const [one, two] = [await drawCertificate(someFacts()), await drawCertificate(someFacts())]
    expect(one.equals(two)).toBe(true)
    expect((await drawCertificate(someFacts({ number: '800.2/0002/BKPSDM/IX/2025' }))).equals(one)).toBe(false)
  })
  test('is A4, landscape, a front and a back', async () => {
    const pdf = await plain()
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf.match(/\/MediaBox \[0 0 841\.89 595\.28\]/g)).toHaveLength(2)
  })
  test('embeds every font it uses', async () => {
    const pdf = await plain()
    expect(pdf.match(/\/FontFile2/g)!.length).toBe(pdf.match(/\/Type \/FontDescriptor/g)!.length)
    expect(pdf).not.toMatch(/\/BaseFont \/Helvetica/)
  })
  test('is tagged: language, title, headings, a table, figures with words', async () => {
    const pdf = await plain()
    for (const mark of ['/Lang (id-ID)', '/DisplayDocTitle true', '/MarkInfo', '/S /H1', '/S /Table', '/S /TH', '/S /Figure', '/Alt (']) expect(pdf).toContain(mark)
  })
  test('marks of XML in a title leave the metadata well-formed', async () => {
    const pdf = await plain(someFacts({ training: { title: 'Monitoring & Evaluasi <Lanjutan>' } }))
    const xml = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(pdf)?.[0] ?? ''
    expect(xml.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/&|<Lanjutan/)
  })
  test('no letter is lost: what no font has with its marks is shown without', async () => {
    expect((await drawCertificate(someFacts({ person: { name: 'Nguyễn Thị Ḥasan 木' } }))).length).toBeGreaterThan(1000)
  })
  test('in English says so', async () => expect(await plain(someFacts(), 'en')).toContain('/Lang (en)'))
  test('letters beyond Latin-1 come from a font that has them', async () => {
    const pdf = await plain(someFacts({ person: { name: 'Mūhammad Ādhitya Čelić' } }))
    expect(pdf.match(/\/FontDescriptor /g)!.length).toBeGreaterThan((await plain()).match(/\/FontDescriptor /g)!.length)
  })
})
