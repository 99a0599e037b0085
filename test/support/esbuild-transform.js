// Types away, nothing else: what Jest runs is what Node would run.
import { createHash } from 'node:crypto'
import { transformSync } from 'esbuild'

const options = { loader: 'ts', format: 'esm', target: 'es2023', sourcemap: 'inline' }

export default {
  process: (source, file) => ({ code: transformSync(source, { ...options, sourcefile: file }).code }),
  getCacheKey: (source, file) => createHash('sha1').update(source).update(file).update('esbuild-1').digest('hex'),
}
