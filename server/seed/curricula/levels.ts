import type { RubricSeed } from '../content.ts'

type Levels = RubricSeed['criteria'][number]['levels']

/** The four levels every rubric of the demo has, lowest first. */
export const levels = (less: string, enough: string, good: string, best: string): Levels => [
  { label: 'Kurang', description: less, points: 1 },
  { label: 'Cukup', description: enough, points: 2 },
  { label: 'Baik', description: good, points: 3 },
  { label: 'Sangat Baik', description: best, points: 4 },
]
