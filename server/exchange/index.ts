import type { Domain } from '../domain.ts'
import { resolvers } from './resolvers.ts'
import { exchangeRoutes } from './routes.ts'
import { tidyImports } from './service/preview.ts'

export const exchange: Domain = {
  name: 'exchange',
  resolvers,
  routes: exchangeRoutes,
  sweeps: [{ name: 'previews of yesterday', everySeconds: 3600, run: tidyImports }],
}

export { exchangeLoaders } from './loaders.ts'
export { ImportModel, TemplateModel, type ImportDoc, type TemplateDoc } from './model.ts'
export { csvOf } from './domain/csv.ts'
export type { Raw } from './domain/raw.ts'
export { work as exchangeWork } from './service/work.ts'
