import type { ActivityStage } from '../../graphql.ts'
import { identityFields, type SheetKey } from './columns.ts'
import { apart, emptyDraft, type Draft, type DraftActivity, type DraftAssessment, type DraftOutcome, type DraftSubject } from './draft.ts'
import { nowhere, type Findings, type Place } from './findings.ts'
import { assessmentNames, choiceOf, competencyNames, loosely, roleNames, stageNames } from './names.ts'
import { activityIn, codeIn, hoursIn, labelled, levelIn, namedSubject, partOf, refsIn, unnumbered, weightIn, type Hours, type Part } from './phrases.ts'
import type { RawLine, RawRow } from './raw.ts'
import { hasHead, readTable, setIdentity, type KindOf } from './readTable.ts'

type Within = 'description' | 'topics' | 'activities' | 'outcomes' | 'ignored' | null

/**
 * What an outline says of a curriculum (Markdown, or DOCX by its headings): `# title`, `## part`, `### subject (T/P/PL)`,
 * items beneath. Words of both vocabularies are understood (DOMAIN §10.1); what is not is a finding, never a guess in silence.
 */
export function readOutline(lines: readonly RawLine[], findings: Findings, kindOf: KindOf): Draft {
  return new Outline(findings, kindOf).read(lines)
}

const withinOf = (heading: string): Within => {
  const said = loosely(unnumbered(heading))
  if (/^(materi|pokok|sub materi|bahan kajian|topik)/.test(said)) return 'topics'
  if (/^(kegiatan|rencana pembelajaran|rp\b|langkah|sesi|aktivitas)/.test(said)) return 'activities'
  if (/^(capaian|hasil belajar|cpmk|outcome)/.test(said)) return 'outcomes'
  if (/^(deskripsi|ringkasan)/.test(said)) return 'description'
  return null
}

class Outline {
  private readonly draft: Draft = emptyDraft()
  private readonly findings: Findings
  private readonly kindOf: KindOf
  private part: Part | null = 'summary'
  /** As deep as can be while no heading has opened a part: what the first ones open is no part of it. */
  private partLevel = 6
  /** The level at which subjects have headings of their own, without a part above them. */
  private namedLevel: number | null = null
  private subject: DraftSubject | null = null
  private within: Within = null
  private stage: ActivityStage | null = null
  private activity: DraftActivity | null = null
  private outcome: DraftOutcome | null = null
  private assessment: DraftAssessment | null = null

  constructor(findings: Findings, kindOf: KindOf) {
    this.findings = findings
    this.kindOf = kindOf
  }

  read(lines: readonly RawLine[]): Draft {
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!
      if (line.kind === 'row') {
        const from = at
        while (lines[at + 1]?.kind === 'row' && lines[at + 1]!.level === line.level) at++
        this.table(lines.slice(from, at + 1))
      } else if (line.text.trim() !== '') this.line({ ...line, text: line.text.trim() })
    }
    for (const subject of this.draft.subjects ?? []) subject.description = subject.description.trim()
    for (const assessment of this.draft.assessments ?? []) {
      if (assessment.weight >= 0) continue
      assessment.weight = 0
      this.findings.add('WARNING', 'IMPORT_DEFAULTED', { ...assessment.place, column: 'Bobot' }, { value: 0 })
    }
    return this.draft
  }

  private line(line: RawLine): void {
    const place: Place = { ...nowhere, row: line.line }
    if (line.kind === 'heading') this.heading(line, place)
    else if (this.subject && this.part === 'subjects') this.inSubject(line, place, this.subject)
    else this.inPart(line, place)
  }

  private heading({ level, text }: RawLine, place: Place): void {
    if (this.draft.identity.title === undefined && level === 1 && !this.opens(text)) {
      this.draft.identity.title = text.replace(/^(kurikulum|rencana pembelajaran semester \(rps\))\s*:?\s+/i, '')
      return
    }
    const named = namedSubject(text)
    if (named) {
      this.open(named, place, level)
      this.namedLevel = level
      return
    }
    const another = this.namedLevel !== null && level <= this.namedLevel && partOf(text) !== null
    if (this.part === 'subjects' && level > this.partLevel && !another) {
      const within = this.subject ? withinOf(text) : null
      const stage = choiceOf(stageNames, text)
      if (stage) this.stage = stage
      else if (within) this.within = within
      else if (partOf(text) === 'ignored') this.within = 'ignored'
      else this.open(text, place, this.partLevel)
      return
    }
    if (this.part !== null && level > this.partLevel + 1) return
    const part = partOf(text)
    if (!part && this.part && level > this.partLevel) return
    if (!part) this.findings.add('WARNING', 'IMPORT_HEADING_UNKNOWN', place, { value: text.slice(0, 80) })
    this.part = part
    this.partLevel = level
    this.subject = null
    this.namedLevel = null
    this.outcome = null
    this.assessment = null
  }

  /** Whether a heading of the first level is no title but opens a part: some documents have no title. */
  private opens(text: string): boolean {
    return partOf(text) !== null && text.split(' ').length <= 3
  }

  private open(text: string, place: Place, level: number): void {
    const { rest, hours } = hoursIn(unnumbered(text))
    const there = this.draft.subjects?.find(({ title }) => loosely(title) === loosely(rest))
    if (there) this.subject = there
    else this.add(rest, hours, place)
    if (this.part !== 'subjects') this.partLevel = level - 1
    this.part = 'subjects'
    this.within = there ? 'ignored' : null
    this.stage = null
    this.activity = null
  }

  private add(rest: string, hours: Hours | null, place: Place): void {
    if (!hours) this.findings.add('WARNING', 'IMPORT_HOURS_MISSING', place, { value: rest.slice(0, 80) })
    else if (hours.guessed) this.findings.add('WARNING', 'IMPORT_HOURS_GUESSED', place, { value: hours.theory })
    this.subject = { id: '', place, title: rest, description: '', topics: [], theory: hours?.theory ?? 0, practice: hours?.practice ?? 0, field: hours?.field ?? 0, outcomes: [] }
    ;(this.draft.subjects ??= []).push(this.subject)
  }

  private inSubject({ kind, level, text }: RawLine, place: Place, subject: DraftSubject): void {
    const said = labelled(text)
    if (kind === 'item' && level > 0 && this.activity && said && this.detail(said, this.activity)) return
    const within = said && withinOf(said.label)
    if (within && said) {
      // With its value on the line it is said; without, what follows says it.
      if (said.value) this.take(said.value, place, subject, within)
      else this.within = within
      return
    }
    const stage = choiceOf(stageNames, text)
    if (stage) {
      this.stage = stage
      return
    }
    if (kind === 'text' && this.within !== 'activities' && this.within !== 'topics') this.take(text, place, subject, this.within ?? 'description')
    else this.take(text, place, subject, this.within ?? (activityIn(text).minutes === null ? 'topics' : 'activities'))
  }

  private take(text: string, place: Place, subject: DraftSubject, within: Within): void {
    if (within === 'description') subject.description += `${text}\n`
    else if (within === 'topics') subject.topics.push(...(text.includes(';') ? text.split(';').map(part => part.trim()).filter(Boolean) : [text]))
    else if (within === 'outcomes') subject.outcomes.push(...apart(text).map(part => codeIn(part).code || part))
    else if (within === 'activities') {
      const { refs, rest } = refsIn(text)
      const { minutes, form, stage, rest: title } = activityIn(rest)
      if (minutes === null) this.findings.add('WARNING', 'IMPORT_MINUTES_MISSING', place, { value: title.slice(0, 80) })
      this.activity = {
        id: '', place, subject: subject.title, title, form: form ?? 'THEORY', stage: stage ?? this.stage ?? 'CORE', minutes: minutes ?? 0, facilitator: '', participants: '', method: '', media: '', outcomes: refs,
      }
      ;(this.draft.activities ??= []).push(this.activity)
    }
  }

  private detail({ label, value }: { label: string; value: string }, activity: DraftActivity): boolean {
    if (/^(kegiatan )?fasilitator|^pengajar|^dosen/.test(label)) activity.facilitator = value
    else if (/^(kegiatan )?peserta/.test(label)) activity.participants = value
    else if (/^metode/.test(label)) activity.method = value
    else if (/^media|^alat/.test(label)) activity.media = value
    else if (/^capaian|^hasil belajar|^cpmk/.test(label)) activity.outcomes.push(...apart(value))
    else return false
    return true
  }

  private inPart({ kind, level, text }: RawLine, place: Place): void {
    const said = labelled(text)
    switch (this.part) {
      case 'identity': case 'summary': case 'audience': {
        const field = said && (Object.keys(identityFields) as (keyof typeof identityFields)[]).find(key =>
          loosely(identityFields[key].name) === said.label || (identityFields[key].also as readonly string[]).includes(said.label))
        if (field) return setIdentity(field, said.value, place, this.draft, this.findings, this.kindOf)
        const into = this.part === 'audience' ? 'audience' : 'summary'
        this.draft.identity[into] = [this.draft.identity[into], text].filter(Boolean).join('\n')
        return
      }
      case 'outcomes': return kind === 'item' && level > 0 && this.outcome ? void this.outcome.indicators.push(codeIn(text).rest) : this.addOutcome(text, place)
      case 'competencies': return this.addCompetency(text, place)
      case 'assessments': return kind === 'item' && level > 0 && this.assessment ? this.assessmentDetail(text, this.assessment) : this.addAssessment(text, place)
      case 'references': return void (this.draft.references ??= []).push({ text, place })
      case 'team': return this.addMember(text, place)
      case 'subjects': return kind === 'item' && level === 0 ? this.open(text, place, this.partLevel + 1) : undefined
      case 'ignored': return
      default: this.findings.add('INFO', 'IMPORT_LINE_IGNORED', place, { value: text.slice(0, 80) })
    }
  }

  private addOutcome(text: string, place: Place): void {
    const { level, rest } = levelIn(text)
    const { code, rest: sentence } = codeIn(rest)
    this.outcome = { id: '', place, code, text: sentence, level, indicators: [] }
    ;(this.draft.outcomes ??= []).push(this.outcome)
  }

  private addCompetency(text: string, place: Place): void {
    const { refs, rest } = refsIn(text)
    const levels = /\s*\((?:tingkat|level)?\s*(?:([1-5])\s*(?:ke|→|-|–|to)\s*)?([1-5])\)/i.exec(rest)
    const { code, rest: name } = codeIn(levels ? rest.replace(levels[0], '').trim() : rest)
    const kind = code.startsWith('M.') ? 'MANAGERIAL' : code.startsWith('SK') ? 'SOCIOCULTURAL' : choiceOf(competencyNames, name.split('(')[1]?.replace(')', '') ?? '') ?? 'TECHNICAL'
    if (!levels) this.findings.add('WARNING', 'IMPORT_DEFAULTED', { ...place, column: 'Tingkat tujuan' }, { value: 1 })
    ;(this.draft.competencies ??= []).push({ id: '', place, code: code || name.slice(0, 40), name, kind, fromLevel: levels?.[1] ? Number(levels[1]) : null, toLevel: Number(levels?.[2] ?? 1), outcomes: refs, need: '' })
  }

  private addAssessment(text: string, place: Place): void {
    const { refs, rest } = refsIn(text)
    const { weight, rest: named } = weightIn(rest)
    const said = labelled(named)
    const words = loosely(said ? said.label : named)
    const kind = (said && choiceOf(assessmentNames, said.label)) ?? (/\b(tugas|prakti|praktek|proyek|portofolio|studi kasus|unjuk kerja)/.test(words) ? 'PRACTICUM' : 'QUIZ')
    const title = said && choiceOf(assessmentNames, said.label) && said.value ? said.value : named
    // A weight below zero: none was written yet.
    this.assessment = { id: '', place, kind, title, subject: this.home(refs), outcomes: refs, instructions: '', weight: weight ?? -1 }
    ;(this.draft.assessments ??= []).push(this.assessment)
  }

  /** The subject an assessment is of, where none is named: the first that teaches one of its outcomes. */
  private home(refs: readonly string[]): string {
    const subjects = this.draft.subjects ?? []
    return (subjects.find(({ outcomes }) => outcomes.some(one => refs.map(loosely).includes(loosely(one)))) ?? (refs.length === 0 ? subjects.at(-1) : undefined))?.title ?? ''
  }

  private assessmentDetail(text: string, assessment: DraftAssessment): void {
    const said = labelled(text)
    if (said && /^(mata|modul)/.test(said.label)) assessment.subject = said.value
    else if (said && /^(capaian|hasil belajar|cpmk)/.test(said.label)) {
      assessment.outcomes.push(...apart(said.value))
      assessment.subject ||= this.home(assessment.outcomes)
    } else if (said && /^bobot/.test(said.label)) assessment.weight = weightIn(said.value.includes('%') ? said.value : `${said.value}%`).weight ?? assessment.weight
    else if (said && /^(jenis|bentuk)/.test(said.label)) assessment.kind = choiceOf(assessmentNames, said.value) ?? assessment.kind
    else assessment.instructions = [assessment.instructions, said && /^(petunjuk|instruksi)/.test(said.label) ? said.value : text].filter(Boolean).join('\n')
  }

  private addMember(text: string, place: Place): void {
    const said = labelled(text)
    const role = said && choiceOf(roleNames, said.label)
    const [, name, institution] = /^(.*?)\s*\(([^()]+)\)$/.exec(role ? said.value : text) ?? [null, role ? said.value : text, '']
    ;(this.draft.team ??= []).push({ id: '', place, name: name!, institution: institution!, role: role ?? 'DEVELOPER' })
  }

  /** A table beneath a heading is read as the sheet of that name would be. */
  private table(lines: readonly RawLine[]): void {
    const keys: Partial<Record<Part, SheetKey>> = { identity: 'identity', outcomes: 'outcomes', competencies: 'competencies', subjects: 'subjects', assessments: 'assessments', team: 'team', references: 'references' }
    const key = this.part && !this.subject ? keys[this.part] : this.subject && this.within === 'activities' ? 'activities' : undefined
    if (!key) return this.part === 'ignored' || this.subject ? undefined : this.findings.add('INFO', 'IMPORT_TABLE_IGNORED', { ...nowhere, row: lines[0]!.line }, {})
    const rows: RawRow[] = lines.map(({ line, cells }) => ({ row: line, cells: (cells ?? []).map(text => ({ text: text.trim() })) }))
    if (key === 'activities' && !hasHead(key, rows)) return
    const before = this.draft.activities?.length ?? 0
    readTable(key, null, rows, this.draft, this.findings, this.kindOf)
    for (const activity of key === 'activities' ? this.draft.activities?.slice(before) ?? [] : []) {
      const { form, rest } = activityIn(activity.title)
      Object.assign(activity, { subject: this.subject!.title, ...(form ? { form, title: rest } : {}) })
    }
  }
}
