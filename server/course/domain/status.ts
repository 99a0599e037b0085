import type { Day } from '../../lib/days.ts'

/** Where a class stands on a day, from its dates alone; only cancelling is something people do. */
export type ClassStatus = 'PLANNED' | 'OPEN' | 'RUNNING' | 'FINISHED' | 'CANCELLED'

export type ClassDates = {
  startsOn: Day
  endsOn: Day
  enrolmentOpensOn: Day
  enrolmentClosesOn: Day
  cancelledReason: string | null
}

/**
 * The status on a day of WIB. A class runs from its first to its last day, both included; before that it is OPEN while
 * one can enrol and else PLANNED. Enrolment may go on into the first days of a running class: `isEnrolmentOpen` tells.
 */
export function classStatus(dates: ClassDates, today: Day): ClassStatus {
  if (dates.cancelledReason !== null) return 'CANCELLED'
  if (today > dates.endsOn) return 'FINISHED'
  if (today >= dates.startsOn) return 'RUNNING'
  return isEnrolmentOpen(dates, today) ? 'OPEN' : 'PLANNED'
}

/** Whether learners may enrol on this day; the last day counts. */
export const isEnrolmentOpen = ({ enrolmentOpensOn, enrolmentClosesOn, endsOn, cancelledReason }: ClassDates, today: Day): boolean =>
  cancelledReason === null && enrolmentOpensOn <= today && today <= enrolmentClosesOn && today <= endsOn

/** `classStatus`, said to Mongo; test/course/status.test.ts holds the two to the same answer. */
export function withStatus(status: ClassStatus, today: Day) {
  const going = { cancelledReason: null, endsOn: { $gte: today } }
  switch (status) {
    case 'CANCELLED': return { cancelledReason: { $ne: null } }
    case 'FINISHED': return { cancelledReason: null, endsOn: { $lt: today } }
    case 'RUNNING': return { ...going, startsOn: { $lte: today } }
    case 'OPEN': return { ...going, startsOn: { $gt: today }, enrolmentOpensOn: { $lte: today }, enrolmentClosesOn: { $gte: today } }
    case 'PLANNED': return {
      ...going, startsOn: { $gt: today }, $or: [{ enrolmentOpensOn: { $gt: today } }, { enrolmentClosesOn: { $lt: today } }],
    }
  }
}

/** `isEnrolmentOpen`, said to Mongo. */
export const withEnrolmentOpen = (today: Day) =>
  ({ cancelledReason: null, endsOn: { $gte: today }, enrolmentOpensOn: { $lte: today }, enrolmentClosesOn: { $gte: today } })
