import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'

export const discussion: Domain = { name: 'discussion', resolvers }

export { elementsOf, findElement, type Place } from './domain/elements.ts'
export { discussionLoaders } from './loaders.ts'
export { ThreadModel, type ThreadDoc } from './model.ts'
export { sideOf } from './policy.ts'
export { addComment } from './service/comment.ts'
export { acceptSuggestion } from './service/decide.ts'
export { openThread } from './service/open.ts'
export { resolveThread } from './service/resolve.ts'
