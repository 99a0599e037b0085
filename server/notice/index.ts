import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'

export const notice: Domain = { name: 'notice', resolvers }

export type { NoticeFacts } from './domain/notice.ts'
export { NoticeModel, type NoticeDoc } from './model.ts'
export { notify, type NoticeOf } from './service/notify.ts'
