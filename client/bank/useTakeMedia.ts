import { UploadError, uploadFile } from '../lib/upload.ts'
import { useRefusals } from '../lib/useRefusals.ts'
import type { TakeFile } from '../ui/index.ts'

/** Sends a picture or sound of a question to the server, where it waits until the question is saved. */
export function useTakeMedia(): TakeFile {
  const say = useRefusals()
  return async file => {
    try {
      const { id } = await uploadFile('/upload', file, {})
      return { file: id, url: URL.createObjectURL(file) }
    } catch (error) {
      throw new Error(say(error instanceof UploadError ? error : new UploadError('INTERNAL')))
    }
  }
}
