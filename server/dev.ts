/** `npm run dev`: codegen, the server and the client, each again when its files change. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './lib/root.ts'

const bin = (name: string) => join(projectRoot, 'node_modules', '.bin', name)
const started: ChildProcess[] = []

function run(name: string, ...args: string[]): void {
  const child = spawn(bin(name), args, { cwd: projectRoot, stdio: 'inherit', env: process.env })
  child.once('exit', code => {
    if (code) stop(code)
  })
  started.push(child)
}

function stop(code = 0): never {
  for (const child of started) child.kill('SIGTERM')
  process.exit(code)
}

process.once('SIGINT', () => stop())
process.once('SIGTERM', () => stop())
run('tsx', 'watch', '--include', 'schema/*.graphql', '--include', 'client/**/api.ts', 'schema/codegen.ts')
run('tsx', 'watch', '--exclude', 'dist', 'server/main.ts')
run('vite', '-c', 'client/vite.config.ts')
