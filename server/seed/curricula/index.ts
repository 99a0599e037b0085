import type { CurriculumSeed } from '../content.ts'
import { curriculum as ply01 } from './plt-ply-01/index.ts'
import { curriculum as dat02 } from './plt-dat-02.ts'
import { curriculum as kin03 } from './plt-kin-03/index.ts'
import { curriculum as keu04 } from './plt-keu-04.ts'
import { curriculum as pbj05 } from './plt-pbj-05.ts'
import { curriculum as kom06 } from './plt-kom-06.ts'
import { curriculum as hkm07 } from './plt-hkm-07/index.ts'
import { curriculum as gis08 } from './plt-gis-08.ts'
import { curriculum as mpr09 } from './plt-mpr-09.ts'
import { curriculum as sos10 } from './plt-sos-10.ts'
import { curriculum as dis11 } from './plt-dis-11/index.ts'
import { curriculum as ino12 } from './plt-ino-12.ts'

/** The twelve curricula of the demo, in order of their number. PLY, KIN and DIS are given in full, the others in outline. */
export const curricula: readonly CurriculumSeed[] = [
  ply01, dat02, kin03, keu04, pbj05, kom06, hkm07, gis08, mpr09, sos10, dis11, ino12,
]
