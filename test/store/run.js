// `npm run test:store [-- --long]`: the store's own tests; long, with the rounds its promises are made for.
import { spawnSync } from 'node:child_process'

const long = process.argv.includes('--long')
const env = { ...process.env, ...(long && { STORE_ROUNDS: '50000', STORE_KILLS: '50' }) }
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'server', '--testPathPatterns', 'test/store']
process.exitCode = spawnSync(process.execPath, [...jest, ...(long ? ['--testTimeout', '3600000'] : [])], { env, stdio: 'inherit' }).status ?? 1
