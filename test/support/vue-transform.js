// Compiles a single-file component for Jest's ES modules: script and template by @vue/compiler-sfc, types away by esbuild.
import { compileScript, compileTemplate, parse } from '@vue/compiler-sfc'
import { transformSync } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

// For props whose types stand in another file.
const fs = { fileExists: existsSync, readFile: file => readFileSync(file, 'utf8') }

export default {
  process(source, file) {
    const { descriptor, errors } = parse(source, { filename: file })
    if (errors.length) throw errors[0]
    const id = createHash('sha1').update(file).digest('hex').slice(0, 8)
    let code = 'const __sfc = {}'
    if (descriptor.scriptSetup || descriptor.script) {
      code = compileScript(descriptor, { id, inlineTemplate: Boolean(descriptor.scriptSetup), genDefaultAs: '__sfc', fs }).content
    }
    if (descriptor.template && !descriptor.scriptSetup) {
      code += `\n${compileTemplate({ id, filename: file, source: descriptor.template.content }).code}\n__sfc.render = render`
    }
    return { code: transformSync(`${code}\nexport default __sfc`, { loader: 'ts', format: 'esm', target: 'es2023', sourcemap: 'inline', sourcefile: file }).code }
  },
  getCacheKey: (source, file) => createHash('sha1').update(source).update(file).update('vue-2').digest('hex'),
}
