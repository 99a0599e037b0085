/**
 * `npm run bench [-- name…]`: what our layers cost, each beside its raw part in the same run. Figures, not assertions:
 * ratios can be compared between machines, milliseconds cannot.
 */
import { benches } from './benches.ts'

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? Object.keys(benches) : wanted

for (const name of chosen) {
  const bench = benches[name]
  if (!bench) {
    console.error(`no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}`)
    process.exitCode = 2
    continue
  }
  console.log(`\n${name}\n${''.padEnd(46)}        ours         raw   ratio    raw part`)
  await bench()
}
