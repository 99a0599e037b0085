import type { Services } from './domain.ts'
import type { DemoAccount } from './seed/index.ts'
import { DEMO_PASSWORD } from './people/index.ts'

/** What the terminal shows when all is up: the address and, in a demo, who one can be. */
export function welcome({ env }: Services, accounts: readonly DemoAccount[], store: string): void {
  const lines = ['', `  Pembina  ${env.publicUrl}`, `  Store    ${store}`]
  if (accounts.length > 0) {
    const wide = Math.max(...accounts.map(account => account.email.length))
    lines.push('', `  Demo accounts, password ${DEMO_PASSWORD}`, '')
    for (const { email, role } of accounts) lines.push(`    ${email.padEnd(wide)}  ${role}`)
  }
  console.log([...lines, ''].join('\n'))
}
