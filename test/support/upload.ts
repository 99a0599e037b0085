import type { Client } from './client.ts'

/** Uploads bytes as a tus client does: creation, then one PATCH. Gives the file's id, or throws the refusal's text. */
export async function upload(client: Client, name: string, bytes: Uint8Array, { reading }: { reading?: string } = {}): Promise<string> {
  const metadata = [`filename ${Buffer.from(name).toString('base64')}`, ...(reading ? [`reading ${Buffer.from(reading).toString('base64')}`] : [])].join(',')
  const created = await client.fetch('/upload', {
    method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  })
  if (created.status !== 201) throw new Error(`upload refused: ${created.status} ${await created.text()}`)
  const sent = await client.fetch(created.headers.get('location')!, {
    method: 'PATCH', body: bytes as unknown as BodyInit,
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  })
  const id = sent.headers.get('upload-file-id')
  if (!id) throw new Error(`upload unfinished: ${sent.status} ${await sent.text()}`)
  return id
}
