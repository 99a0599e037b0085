import { bank } from './bank/index.ts'
import { certificate } from './certificate/index.ts'
import { conformance } from './conformance/index.ts'
import { consultation } from './consultation/index.ts'
import { course } from './course/index.ts'
import { curriculum } from './curriculum/index.ts'
import { discussion } from './discussion/index.ts'
import type { Domain } from './domain.ts'
import { exchange } from './exchange/index.ts'
import { evaluation } from './evaluation/index.ts'
import { file } from './file/index.ts'
import { notice } from './notice/index.ts'
import { partner } from './partner/index.ts'
import { people } from './people/index.ts'
import { practicum } from './practicum/index.ts'
import { quiz } from './quiz/index.ts'

/** Every domain, each free to use those above it. A new one adds one line here and one in context.ts. */
export const domains: readonly Domain[] = [people, notice, file, partner, curriculum, exchange, discussion, consultation, course, bank, quiz, practicum, certificate, conformance, evaluation]
