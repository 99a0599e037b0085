import type { Navigation } from '../../graphql.ts'

/** Going through an attempt: freely, or page by page with no way back (ASSESSMENT §4.1, navigation). */

/** Sheets made before pages were kept have one for each question. */
type Placed = { page?: number | null }
type Way = { navigation?: Navigation | null; page?: number | null }

export const pageOfQuestion = ({ page }: Placed, at: number): number => page ?? at

export const pageCountOf = (questions: readonly Placed[]): number => questions.reduce((most, question, at) => Math.max(most, pageOfQuestion(question, at) + 1), 0)

/** The page that alone is open; null where all are. */
export const onlyPage = ({ navigation, page }: Way): number | null => (navigation === 'SEQUENTIAL' ? page ?? 0 : null)

/** Whether a page is the one that is open: what comes is not shown, what was left is closed. */
export const isOpenPage = (way: Way, page: number): boolean => (onlyPage(way) ?? page) === page
