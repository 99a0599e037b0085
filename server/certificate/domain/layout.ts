import { backPages } from './back.ts'
import type { Page, Words } from './boxes.ts'
import type { CertificateFacts } from './facts.ts'
import { frontPage } from './front.ts'
import type { Measure } from '../../lib/text.ts'

/** Where everything stands: the front page, and as many back pages as the subjects need. */
export const layout = (facts: CertificateFacts, words: Words, measure: Measure): Page[] => [frontPage(facts, words, measure), ...backPages(facts, words, measure)]
