import { diffBench } from './diff.ts'
import { matrixBench } from './matrix.ts'
import { studioBench } from './studio.ts'

/** What issue 4 promises of curricula: comparing, drawing the matrix, and writing together. */
export async function curriculumBench(): Promise<void> {
  await diffBench()
  await matrixBench()
  await studioBench()
}
