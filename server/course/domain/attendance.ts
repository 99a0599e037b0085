/** Attendance: who was there, weighed by JP. */
type Id = { toString(): string }
export type MeetingHeld = { hours: number; present: readonly Id[] | null }
export type Mark = { person: string; present: boolean }

/** Share of the JP of recorded meetings that the person attended, 0 to 1; null while none is recorded (DOMAIN §4.6). */
export function attendanceOf(person: Id, meetings: readonly MeetingHeld[]): number | null {
  const held = meetings.filter(meeting => meeting.present !== null)
  const of = held.reduce((sum, { hours }) => sum + hours, 0)
  if (of === 0) return null
  return held.filter(meeting => isPresent(person, meeting)).reduce((sum, { hours }) => sum + hours, 0) / of
}

/** Whether the person was there; false while it is not recorded. */
export const isPresent = (person: Id, { present }: MeetingHeld): boolean =>
  present !== null && present.some(id => String(id) === String(person))

/** Who was there after the marks: those not marked stay as they were, and at first nobody was there. */
export function markPresent(before: readonly Id[] | null, marks: readonly Mark[]): string[] {
  const present = new Set((before ?? []).map(String))
  for (const mark of marks) {
    if (mark.present) present.add(mark.person)
    else present.delete(mark.person)
  }
  return [...present]
}
