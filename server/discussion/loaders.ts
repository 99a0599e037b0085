import { byId } from '../lib/loader.ts'
import { ThreadModel, type ThreadDoc } from './model.ts'

export const discussionLoaders = () => ({
  thread: byId<ThreadDoc>(ThreadModel),
})
