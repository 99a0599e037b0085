export type Uploaded = { id: string }
export type Progress = (share: number) => void
type Options = { signal?: AbortSignal; chunkSize?: number }

/** Thrown by `uploadFile`; `code` is that of a refusal (`OFFLINE`, `TOO_LARGE`, `INVALID`, `ABORTED` …). */
export class UploadError extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

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
      onError: error => reject(new UploadError(codeOf(error instanceof DetailedError ? error : undefined))),
    })
    signal?.addEventListener('abort', () => {
      void upload.abort()
      reject(new UploadError('ABORTED'))
    }, { once: true })
    upload.findPreviousUploads().catch(() => []).then(earlier => {
      if (signal?.aborted) return
      if (earlier[0]) upload.resumeFromPreviousUpload(earlier[0])
      upload.start()
    })
  })
}

/** The server may name its reason in the body (`{ "code": "TOO_LARGE" }` or the bare code); else the status tells. */
function codeOf(error: { originalResponse?: { getStatus(): number; getBody(): string } | null } | undefined): string {
  const response = error?.originalResponse
  if (!response) return 'OFFLINE'
  const named = /\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b|"code"\s*:\s*"([A-Z_]+)"/.exec(response.getBody() ?? '')
  return named?.[1] ?? named?.[0] ?? statusCodes[response.getStatus()] ?? 'INTERNAL'
}
