import { certificateBench } from './certificate.ts'
import { spawnSync } from 'node:child_process'
import { curriculumBench } from './curriculum.ts'
import { httpBench } from './http.ts'
import { quizBench } from './quiz.ts'

/** By name. Each prints its own lines. */
export const benches: Record<string, () => Promise<void>> = {
  http: httpBench,
  certificate: certificateBench,
  curriculum: curriculumBench,
  quiz: quizBench,
  // Prints its own table; one million documents take a while: STORE_BENCH=1000000.
  store: async () => void spawnSync(process.execPath, ['--import', 'tsx', 'test/store/bench.ts', process.env.STORE_BENCH ?? '100000'], { stdio: 'inherit' }),
}
