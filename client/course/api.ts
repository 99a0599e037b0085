import type {
  CourseAssignInstructorMutation, CourseAssignInstructorMutationVariables, CourseCancelClassMutation, CourseCancelClassMutationVariables,
  CourseCatalogueQuery, CourseCatalogueQueryVariables, CourseClassesQuery, CourseClassesQueryVariables, CourseClassPeopleQuery,
  CourseClassPeopleQueryVariables, CourseClassQuery, CourseClassQueryVariables, CourseCompleteLessonMutation, CourseCompleteLessonMutationVariables,
  CourseCreateClassMutation, CourseCreateClassMutationVariables, CourseCreateLessonMutation, CourseCreateLessonMutationVariables,
  CourseCreateMeetingMutation, CourseCreateMeetingMutationVariables, CourseDeleteLessonMutation, CourseDeleteLessonMutationVariables,
  CourseDeleteMeetingMutation, CourseDeleteMeetingMutationVariables, CourseDetailQuery, CourseDetailQueryVariables, CourseEnrolByCsvMutation,
  CourseEnrolByCsvMutationVariables, CourseEnrolMutation, CourseEnrolMutationVariables, CourseInstructorsQuery, CourseInstructorsQueryVariables,
  CourseLearnQuery, CourseLearnQueryVariables, CourseLessonEditQuery, CourseLessonEditQueryVariables, CourseLessonQuery, CourseLessonQueryVariables,
  CourseListQuery, CourseListQueryVariables, CourseMineQuery, CourseMineQueryVariables, CourseOpenLessonMutation, CourseOpenLessonMutationVariables,
  CourseOrderLessonsMutation, CourseOrderLessonsMutationVariables, CourseRecordAttendanceMutation, CourseRecordAttendanceMutationVariables,
  CourseUnassignInstructorMutation, CourseUnassignInstructorMutationVariables, CourseUpdateClassMutation, CourseUpdateClassMutationVariables,
  CourseUpdateLessonMutation, CourseUpdateLessonMutationVariables, CourseUpdateMeetingMutation, CourseUpdateMeetingMutationVariables, CourseUpdateRulesMutation, CourseUpdateRulesMutationVariables,
  CourseWithdrawMutation, CourseWithdrawMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** The viewer's courses, newest first. */
export const Mine = graphql<CourseMineQuery, CourseMineQueryVariables>(/* GraphQL */ `
  query CourseMine($first: Int! = 20, $after: String) {
    myEnrolments(first: $first, after: $after) {
      nodes {
        id state progress waitingPosition
        class { id name startsOn endsOn status course { id code title hours { total } } }
        nextLesson { id title }
        certificate { id }
      }
      next total
    }
  }
`)

/** Classes that one may enrol in today. */
export const Catalogue = graphql<CourseCatalogueQuery, CourseCatalogueQueryVariables>(/* GraphQL */ `
  query CourseCatalogue($search: String, $after: String) {
    classes(search: $search, enrolmentOpen: true, first: 24, after: $after) {
      nodes {
        id name startsOn endsOn enrolmentClosesOn quota enrolledCount waitingCount mode
        course { id code title hours { total } partner { id shortName } }
        viewerEnrolment { id state }
      }
      next total
    }
  }
`)

/** Classes as lists of those who run or teach them show them. */
export const Classes = graphql<CourseClassesQuery, CourseClassesQueryVariables>(/* GraphQL */ `
  query CourseClasses($search: String, $status: ClassStatus, $mine: Boolean, $course: ID, $after: String) {
    classes(search: $search, status: $status, mine: $mine, course: $course, first: 20, after: $after) {
      nodes { id name startsOn endsOn status quota enrolledCount waitingCount waitingForGrading course { id code title partner { id shortName } } }
      next total
    }
  }
`)

export const ClassDetail = graphql<CourseClassQuery, CourseClassQueryVariables>(/* GraphQL */ `
  query CourseClass($id: ID!) {
    viewer { id person { id employment } viewerCan { seeClasses } }
    class(id: $id) {
      id revision name startsOn endsOn enrolmentOpensOn enrolmentClosesOn quota venue mode status enrolmentOpen cancelledReason
      enrolledCount waitingCount
      instructors { id fullName position }
      meetings { id title startsAt hours present }
      course {
        id code title hours { theory practice field total }
        partner { id name }
        sections { id subject { id title description hours { total } } }
        viewerCan { see edit }
      }
      viewerEnrolment { id state waitingPosition viewerCan { withdraw } }
      viewerCan { edit enrol enrolOthers teach seeLearners }
    }
  }
`)

/** Who is in a class, in the order they came. */
export const ClassPeople = graphql<CourseClassPeopleQuery, CourseClassPeopleQueryVariables>(/* GraphQL */ `
  query CourseClassPeople($class: ID!, $state: EnrolmentState!, $first: Int! = 100, $after: String) {
    class(id: $class) {
      id
      enrolments(state: $state, first: $first, after: $after) {
        nodes {
          id state waitingPosition enrolledAt progress attendance
          person { id fullName nip unit { id shortName } }
          viewerCan { withdraw }
        }
        next total
      }
    }
  }
`)

export const Instructors = graphql<CourseInstructorsQuery, CourseInstructorsQueryVariables>(/* GraphQL */ `
  query CourseInstructors($search: String) {
    people(role: INSTRUCTOR, search: $search, first: 20) { nodes { id fullName position } }
  }
`)

export const List = graphql<CourseListQuery, CourseListQueryVariables>(/* GraphQL */ `
  query CourseList($search: String, $after: String) {
    courses(search: $search, first: 20, after: $after) {
      nodes { id code title hours { total } partner { id shortName } version { id number } sections { id } viewerCan { edit createClass } }
      next total
    }
  }
`)

export const Detail = graphql<CourseDetailQuery, CourseDetailQueryVariables>(/* GraphQL */ `
  query CourseDetail($id: ID!) {
    course(id: $id) {
      id code title hours { theory practice field total }
      partner { id name }
      version { id number publishedAt }
      revision recompileTo
      rules { attendance progress quizzes practicums finalMark standard weights { attendance knowledge practice } }
      drifts {
        id kind element label size facts hash state foundAt version
        acceptances { side at by { id fullName } }
        viewerCan { accept }
      }
      sections {
        id
        subject { id title hours { total } }
        lessons { id title kind minutes required skeleton }
        quizzes { id title ready questionCount }
        practicums { id title ready }
      }
      classes(first: 20) { nodes { id name startsOn endsOn status quota enrolledCount } total }
      viewerCan { edit createClass setRules }
    }
  }
`)

export const UpdateRules = graphql<CourseUpdateRulesMutation, CourseUpdateRulesMutationVariables>(/* GraphQL */ `
  mutation CourseUpdateRules($course: ID!, $revision: Int!, $input: CompletionRulesInput!) {
    updateCompletionRules(course: $course, revision: $revision, input: $input) { id revision }
  }
`)

/** An enrolment with all there is to learn. */
export const Learn = graphql<CourseLearnQuery, CourseLearnQueryVariables>(/* GraphQL */ `
  query CourseLearn($id: ID!) {
    viewer { id person { id } }
    enrolment(id: $id) {
      id state progress doneLessons waitingPosition attendance
      nextLesson { id title }
      class {
        id name startsOn endsOn status cancelledReason venue
        instructors { id fullName }
        meetings { id title startsAt hours present }
        course { id code title sections { id subject { id title description hours { total } } lessons { id title kind minutes required } } }
      }
      quizzes { id mark passed canStart quiz { id title ready questionCount minutes section { id } } }
      practicums { id mark state practicum { id title ready section { id } } }
      viewerCan { learn withdraw }
    }
  }
`)

export const LessonToLearn = graphql<CourseLessonQuery, CourseLessonQueryVariables>(/* GraphQL */ `
  query CourseLesson($enrolment: ID!, $lesson: ID!) {
    lesson(id: $lesson) { id title kind body url minutes required file { id name type size url } section { id subject { id title } } }
    enrolment(id: $enrolment) {
      id progress doneLessons
      class { id status startsOn course { id title sections { id lessons { id title } } } }
      viewerCan { learn }
    }
  }
`)

export const LessonToEdit = graphql<CourseLessonEditQuery, CourseLessonEditQueryVariables>(/* GraphQL */ `
  query CourseLessonEdit($id: ID!) {
    lesson(id: $id) { id revision title kind body url minutes required file { id name size url } section { id subject { id title } course { id title } } viewerCan { edit } }
  }
`)

export const Enrol = graphql<CourseEnrolMutation, CourseEnrolMutationVariables>(/* GraphQL */ `
  mutation CourseEnrol($class: ID!) { enrol(class: $class) { id state waitingPosition class { id enrolledCount waitingCount } } }
`)

export const Withdraw = graphql<CourseWithdrawMutation, CourseWithdrawMutationVariables>(/* GraphQL */ `
  mutation CourseWithdraw($enrolment: ID!) { withdraw(enrolment: $enrolment) { id state class { id enrolledCount waitingCount } } }
`)

export const EnrolByCsv = graphql<CourseEnrolByCsvMutation, CourseEnrolByCsvMutationVariables>(/* GraphQL */ `
  mutation CourseEnrolByCsv($class: ID!, $csv: String!) {
    enrolByCsv(class: $class, csv: $csv) { enrolled waiting already refused rows { line nip name outcome code facts } }
  }
`)

export const CompleteLesson = graphql<CourseCompleteLessonMutation, CourseCompleteLessonMutationVariables>(/* GraphQL */ `
  mutation CourseCompleteLesson($enrolment: ID!, $lesson: ID!) {
    completeLesson(enrolment: $enrolment, lesson: $lesson) { id progress doneLessons nextLesson { id } }
  }
`)

// Nothing that lists show: it must not make them load again.
export const OpenLesson = graphql<CourseOpenLessonMutation, CourseOpenLessonMutationVariables>(/* GraphQL */ `
  mutation CourseOpenLesson($enrolment: ID!, $lesson: ID!) { openLesson(enrolment: $enrolment, lesson: $lesson) { lastLesson } }
`)

export const CreateClass = graphql<CourseCreateClassMutation, CourseCreateClassMutationVariables>(/* GraphQL */ `
  mutation CourseCreateClass($input: ClassInput!) { createClass(input: $input) { id course { id } } }
`)

export const UpdateClass = graphql<CourseUpdateClassMutation, CourseUpdateClassMutationVariables>(/* GraphQL */ `
  mutation CourseUpdateClass($class: ID!, $revision: Int!, $input: ClassInput!) {
    updateClass(class: $class, revision: $revision, input: $input) { id revision enrolledCount waitingCount }
  }
`)

export const CancelClass = graphql<CourseCancelClassMutation, CourseCancelClassMutationVariables>(/* GraphQL */ `
  mutation CourseCancelClass($class: ID!, $reason: String!) { cancelClass(class: $class, reason: $reason) { id status } }
`)

export const AssignInstructor = graphql<CourseAssignInstructorMutation, CourseAssignInstructorMutationVariables>(/* GraphQL */ `
  mutation CourseAssignInstructor($class: ID!, $person: ID!) { assignInstructor(class: $class, person: $person) { id instructors { id } } }
`)

export const UnassignInstructor = graphql<CourseUnassignInstructorMutation, CourseUnassignInstructorMutationVariables>(/* GraphQL */ `
  mutation CourseUnassignInstructor($class: ID!, $person: ID!) { unassignInstructor(class: $class, person: $person) { id instructors { id } } }
`)

export const CreateMeeting = graphql<CourseCreateMeetingMutation, CourseCreateMeetingMutationVariables>(/* GraphQL */ `
  mutation CourseCreateMeeting($class: ID!, $input: MeetingInput!) { createMeeting(class: $class, input: $input) { id meetings { id } } }
`)

export const UpdateMeeting = graphql<CourseUpdateMeetingMutation, CourseUpdateMeetingMutationVariables>(/* GraphQL */ `
  mutation CourseUpdateMeeting($meeting: ID!, $input: MeetingInput!) { updateMeeting(meeting: $meeting, input: $input) { id meetings { id } } }
`)

export const DeleteMeeting = graphql<CourseDeleteMeetingMutation, CourseDeleteMeetingMutationVariables>(/* GraphQL */ `
  mutation CourseDeleteMeeting($meeting: ID!) { deleteMeeting(meeting: $meeting) { id meetings { id } } }
`)

export const RecordAttendance = graphql<CourseRecordAttendanceMutation, CourseRecordAttendanceMutationVariables>(/* GraphQL */ `
  mutation CourseRecordAttendance($meeting: ID!, $marks: [AttendanceMark!]!) {
    recordAttendance(meeting: $meeting, marks: $marks) { id meetings { id present } }
  }
`)

export const CreateLesson = graphql<CourseCreateLessonMutation, CourseCreateLessonMutationVariables>(/* GraphQL */ `
  mutation CourseCreateLesson($section: ID!, $input: LessonInput!) { createLesson(section: $section, input: $input) { id section { id course { id } } } }
`)

export const UpdateLesson = graphql<CourseUpdateLessonMutation, CourseUpdateLessonMutationVariables>(/* GraphQL */ `
  mutation CourseUpdateLesson($lesson: ID!, $revision: Int!, $input: LessonInput!) {
    updateLesson(lesson: $lesson, revision: $revision, input: $input) { id revision section { id course { id } } }
  }
`)

export const DeleteLesson = graphql<CourseDeleteLessonMutation, CourseDeleteLessonMutationVariables>(/* GraphQL */ `
  mutation CourseDeleteLesson($lesson: ID!) { deleteLesson(lesson: $lesson) { id sections { id lessons { id } } } }
`)

export const OrderLessons = graphql<CourseOrderLessonsMutation, CourseOrderLessonsMutationVariables>(/* GraphQL */ `
  mutation CourseOrderLessons($section: ID!, $lessons: [ID!]!) { orderLessons(section: $section, lessons: $lessons) { id sections { id lessons { id } } } }
`)
