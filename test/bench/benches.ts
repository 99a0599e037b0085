import { certificateBench } from './certificate.ts'
import { httpBench } from './http.ts'

/** By name. Each prints its own lines. */
export const benches: Record<string, () => Promise<void>> = { http: httpBench, certificate: certificateBench }
