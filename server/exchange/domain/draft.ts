import type { ActivityForm, ActivityStage, AssessmentKind, CognitiveLevel, CompetencyKind, DeliveryMode, TeamRole } from '../../graphql.ts'
import type { Place } from './findings.ts'

/** What a file says, not yet joined: ids may lack, and references are as somebody wrote them. A list that is null is not spoken of. */
type Read<T> = T & { id: string; place: Place }
export type DraftMember = Read<{ name: string; institution: string; role: TeamRole }>
export type DraftOutcome = Read<{ code: string; text: string; level: CognitiveLevel | null; indicators: string[] }>
export type DraftCompetency = Read<{ code: string; name: string; kind: CompetencyKind; fromLevel: number | null; toLevel: number; outcomes: string[]; need: string }>
export type DraftSubject = Read<{ title: string; description: string; topics: string[]; theory: number; practice: number; field: number; outcomes: string[] }>
export type DraftActivity = Read<{
  subject: string; title: string; form: ActivityForm; stage: ActivityStage; minutes: number; facilitator: string; participants: string; method: string; media: string; outcomes: string[]
}>
export type DraftAssessment = Read<{ kind: AssessmentKind; title: string; subject: string; outcomes: string[]; instructions: string; weight: number }>
export type DraftBlueprintRow = Read<{ assessment: string; outcome: string; level: CognitiveLevel; items: number }>

export type Draft = {
  identity: { title?: string; kind?: number; mode?: DeliveryMode; audience?: string; summary?: string; faculty?: string }
  team: DraftMember[] | null
  outcomes: DraftOutcome[] | null
  competencies: DraftCompetency[] | null
  subjects: DraftSubject[] | null
  activities: DraftActivity[] | null
  assessments: DraftAssessment[] | null
  blueprint: DraftBlueprintRow[] | null
  references: { text: string; place: Place }[] | null
}

export const emptyDraft = (): Draft => ({
  identity: {}, team: null, outcomes: null, competencies: null, subjects: null, activities: null, assessments: null, blueprint: null, references: null,
})

/** Whether the file spoke of anything that belongs to a curriculum. */
export const saysSomething = ({ identity, ...lists }: Draft): boolean => Object.keys(identity).length > 0 || Object.values(lists).some(list => list !== null && list.length > 0)

/** References as written, taken apart: by comma, semicolon or line. */
export const apart = (text: string): string[] => text.split(/[,;\n]/).map(part => part.trim()).filter(Boolean)
export const linesIn = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(Boolean)
