import type { Connection } from '@hocuspocus/server'
import type { Viewer } from '../../viewer.ts'
import type { CurriculumDoc } from '../model.ts'
import { curriculumAbilities, curriculumPolicy, organisationOf } from '../policy.ts'
import { closes, type Gate } from './gate.ts'
import type { Self } from './presence.ts'

/** Somebody's place in a room: who they are, and what they may do there just now. */
export class Seat {
  readonly gate: Gate
  readonly self: Self
  readonly organisation: string
  readonly token: string
  viewer: Viewer
  readOnly: boolean
  connection: Connection | null = null

  constructor(gate: Gate, token: string, viewer: Viewer, self: Self, curriculum: CurriculumDoc) {
    this.gate = gate
    this.token = token
    this.viewer = viewer
    this.self = self
    this.organisation = organisationOf(viewer, curriculum)
    this.readOnly = !curriculumAbilities.edit(viewer, curriculum)
  }

  /** What the rights of this moment and the state of the curriculum make of the place: kept, read-only, or gone. */
  rightsIn(curriculum: CurriculumDoc): void {
    if (!this.viewer.id || this.viewer.mustChangePassword) return this.gate.close(closes.signedOut, 'UNAUTHENTICATED')
    if (!curriculumPolicy.see(this.viewer, curriculum)) return this.gate.close(closes.gone, 'NOT_FOUND')
    const readOnly = !curriculumAbilities.edit(this.viewer, curriculum)
    if (readOnly === this.readOnly) return
    this.readOnly = readOnly
    if (this.connection) this.connection.readOnly = readOnly
    this.tell({ kind: 'rights', readOnly })
  }

  tell(news: Record<string, unknown>): void {
    this.connection?.sendStateless(JSON.stringify(news))
  }
}
