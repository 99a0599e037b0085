import { byId } from '../lib/loader.ts'
import { DriftModel, type DriftDoc } from './model.ts'

export const conformanceLoaders = () => ({ drift: byId<DriftDoc>(DriftModel) })
