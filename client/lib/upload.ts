export type Uploaded = { id: string }
export type Progress = (share: number) => void
type Options = { signal?: AbortSignal; chunkSize?: number }

/** Thrown by `uploadFile`; `code` and `facts` are those of a refusal (`OFFLINE`, `FILE_TOO_LARGE`, `ABORTED` …). */
export class UploadError extends Error {
  readonly code: string
  readonly facts: Record<string, unknown>
  constructor(code: string, facts: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** Aborting a signal with this reason also takes back what was sent; with any other, the file can go on later. */
export const GIVEN_UP = 'given up'

const statusCodes: Record<number, string> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'TOO_LARGE', 415: 'INVALID', 422: 'INVALID', 429: 'TOO_MANY_REQUESTS' }

/**
 * Sends a file in parts (tus). A dropped line is tried again by itself, and the same file sent later goes on where it
 * stopped. The id is the last part of the address the server gave it.
 */
export async function uploadFile(
  endpoint: string, file: File, metadata: Record<string, string>, onProgress: Progress = () => {}, { signal, chunkSize = 2_000_000 }: Options = {},
): Promise<Uploaded> {
  const { Upload, DetailedError } = await import('tus-js-client')
  if (signal?.aborted) throw new UploadError('ABORTED')

  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint,
      chunkSize,
      metadata: { filename: file.name, filetype: file.type, ...metadata },
      headers: { 'apollo-require-preflight': 'true' },
      retryDelays: [0, 1000, 3000, 6000, 12000],
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => onProgress(all === 0 ? 0 : sent / all),
      onSuccess: () => resolve({ id: (upload.url ?? '').split(/[?#]/)[0]!.split('/').filter(Boolean).at(-1) ?? '' }),
      onError: error => reject(refusalOf(error instanceof DetailedError ? error : undefined)),
    })
    signal?.addEventListener('abort', () => {
      void upload.abort(signal.reason === GIVEN_UP).catch(() => {})
      reject(new UploadError('ABORTED'))
    }, { once: true })
    upload.findPreviousUploads().catch(() => []).then(earlier => {
      if (signal?.aborted) return
      if (earlier[0]) upload.resumeFromPreviousUpload(earlier[0])
      upload.start()
    })
  })
}

/** The server names its reason in the body, `{ "code": "FILE_TOO_LARGE", "facts": {} }`; else the status tells. */
function refusalOf(error: { originalResponse?: { getStatus(): number; getBody(): string } | null } | undefined): UploadError {
  const response = error?.originalResponse
  if (!response) return new UploadError('OFFLINE')
  try {
    const { code, facts } = JSON.parse(response.getBody()) as { code?: string; facts?: Record<string, unknown> }
    if (code) return new UploadError(code, facts)
  } catch {
    // something between us and the server answered in its own words
  }
  return new UploadError(statusCodes[response.getStatus()] ?? 'INTERNAL')
}
