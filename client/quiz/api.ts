import type {
  QuizAddQuestionMutation, QuizAddQuestionMutationVariables, QuizAnswersQuery, QuizAnswersQueryVariables, QuizAttemptQuery, QuizAttemptQueryVariables,
  QuizClassAttemptsQuery, QuizClassAttemptsQueryVariables, QuizClassMarkingQuery, QuizClassMarkingQueryVariables, QuizMarkAnswerMutation, QuizMarkAnswerMutationVariables,
  QuizKeepInBankMutation, QuizKeepInBankMutationVariables, QuizMarkingAttemptQuery, QuizMarkingAttemptQueryVariables, QuizTakeFromBankMutation, QuizTakeFromBankMutationVariables, QuizClassQuery, QuizClassQueryVariables, QuizDeleteQuestionMutation,
  QuizDeleteQuestionMutationVariables, QuizEditQuery, QuizEditQueryVariables, QuizIntroQuery, QuizIntroQueryVariables, QuizNowQuery,
  QuizNowQueryVariables, QuizOrderQuestionsMutation,
  QuizOrderQuestionsMutationVariables, QuizSaveAnswerMutation, QuizSaveAnswerMutationVariables,
  QuizStartMutation, QuizStartMutationVariables, QuizSubmitMutation, QuizSubmitMutationVariables, QuizUpdateMutation, QuizUpdateMutationVariables,
  QuizUpdateQuestionMutation, QuizUpdateQuestionMutationVariables,
} from '../gql/operations.ts'
import { graphql } from '../lib/graphql.ts'

/** What a learner reads before they begin, and how they stand. */
export const QuizIntro = graphql<QuizIntroQuery, QuizIntroQueryVariables>(/* GraphQL */ `
  query QuizIntro($enrolment: ID!) {
    enrolment(id: $enrolment) {
      id
      class { id name status course { id title } }
      quizzes {
        id attemptsLeft mark passed marksHidden canStart opensAt closesAt minutes attemptsAllowed
        quiz { id title instructions gradeMethod passMark behaviour penalty questionCount points ready }
        attempts { id number state startedAt finishedAt timedOut mark passed }
      }
    }
  }
`)

export const StartAttempt = graphql<QuizStartMutation, QuizStartMutationVariables>(/* GraphQL */ `
  mutation QuizStart($quiz: ID!, $enrolment: ID!) {
    startAttempt(quiz: $quiz, enrolment: $enrolment) { id state }
  }
`)

/** An attempt, open or closed. */
export const AttemptDetail = graphql<QuizAttemptQuery, QuizAttemptQueryVariables>(/* GraphQL */ `
  query QuizAttempt($id: ID!) {
    attempt(id: $id) {
      needsReview reviewNote lateAnswers { question at answer { choices truth text number unit pairs { stem match } order gaps { gap text } files } files { id name type size url } }
      id number state startedAt endsAt handInUntil finishedAt timedOut mark passed behaviour penalty shown overallFeedback
      navigation page pageCount questionCount answeredCount sections { id title instructions }
      viewerCan { answer handIn mark reopen } regrades { at reason before after }
      quiz { id title passMark }
      enrolment { id person { id fullName } class { id name } viewerCan { learn } }
      questions {
        partsRight parts rightAnswer { choices truth text number unit pairs { stem match } order gaps { gap text } }
        phase canCheck tries triesLeft outcome certainty certaintyAssumed hint { text partsRight parts }
        checked { choices truth text number unit pairs { stem match } order gaps { gap text } files }
        page section pilot id number kind text points unit namesUnit variant seq savedAt mark feedback specificFeedback { choices { choice text } answer outcome } comment reason machineMark marked choices { id text media { kind alternative url } } items { id text }
        matching { stems { id text } matches { id text } } gaps { id kind choices { id text } } essay { minWords maxWords template } file { maxFiles accept }
        hotspot { image url alternative picks zones { id label x y width height } } answerFiles { id name type size url }
        answer { choices truth text number unit pairs { stem match } order gaps { gap text } files }
      }
    }
  }
`)

/** The answers alone, as the server has them now. */
export const AttemptAnswers = graphql<QuizAnswersQuery, QuizAnswersQueryVariables>(/* GraphQL */ `
  query QuizAnswers($id: ID!) {
    attempt(id: $id) { id state questions { id seq savedAt certainty answer { choices truth text number unit pairs { stem match } order gaps { gap text } files } } }
  }
`)

export const ServerNow = graphql<QuizNowQuery, QuizNowQueryVariables>(/* GraphQL */ `
  query QuizNow { now }
`)

export const SaveAnswer = graphql<QuizSaveAnswerMutation, QuizSaveAnswerMutationVariables>(/* GraphQL */ `
  mutation QuizSaveAnswer($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!, $certainty: Int) {
    saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer, certainty: $certainty) { seq savedAt }
  }
`)

export const SubmitAttempt = graphql<QuizSubmitMutation, QuizSubmitMutationVariables>(/* GraphQL */ `
  mutation QuizSubmit($attempt: ID!, $timeUp: Boolean!) {
    submitAttempt(attempt: $attempt, timeUp: $timeUp) { id state enrolment { id } }
  }
`)

/** A quiz as its editors see it, with the key. */
export const QuizToEdit = graphql<QuizEditQuery, QuizEditQueryVariables>(/* GraphQL */ `
  query QuizEdit($id: ID!) {
    quiz(id: $id) {
      id revision title instructions minutes attemptsAllowed gradeMethod passMark shuffle pretest { id } pretests { id title } whenOver graceMinutes appealDays behaviour penalty review { during immediately whileOpen afterClose } overallFeedback { from text } questionCount points ready weight
      section { id subject { id title } course { id title version { id content { outcomes { id code text } } } } }
      viewerCan { edit }
      coverage { wanted covered elsewhere rows { id outcome level wanted asked } }
      editorQuestions { id outcome level bankQuestion body {
        id kind text points feedback scoring right caseSensitive
        choices { id text right fraction feedback media { file kind alternative url } } hotspot { image url alternative picks zones { id label x y width height right } } patterns { text fraction feedback }
        number { value tolerance toleranceKind unit units { name multiplier } unitPenalty }
        matching { pairs { id stem match } distractors } ordering { items { id text } scoring }
        gaps { id kind weight patterns { text fraction } number { value tolerance toleranceKind unit units { name multiplier } unitPenalty } choices { id text right } }
        calculated { variables { name min max decimals } formula variants answer { value tolerance toleranceKind unit units { name multiplier } unitPenalty } }
        essay { minWords maxWords template } file { maxFiles accept } hints { text clearWrong showCount } outcomeFeedback { right partly wrong }
      } }
    }
  }
`)

export const UpdateQuiz = graphql<QuizUpdateMutation, QuizUpdateMutationVariables>(/* GraphQL */ `
  mutation QuizUpdate($quiz: ID!, $revision: Int!, $input: QuizInput!) {
    updateQuiz(quiz: $quiz, revision: $revision, input: $input) { id revision }
  }
`)

export const AddQuestion = graphql<QuizAddQuestionMutation, QuizAddQuestionMutationVariables>(/* GraphQL */ `
  mutation QuizAddQuestion($quiz: ID!, $input: QuestionInput!) {
    addQuestion(quiz: $quiz, input: $input) { id revision }
  }
`)

export const UpdateQuestion = graphql<QuizUpdateQuestionMutation, QuizUpdateQuestionMutationVariables>(/* GraphQL */ `
  mutation QuizUpdateQuestion($quiz: ID!, $question: ID!, $revision: Int!, $input: QuestionInput!) {
    updateQuestion(quiz: $quiz, question: $question, revision: $revision, input: $input) { id revision }
  }
`)

export const DeleteQuestion = graphql<QuizDeleteQuestionMutation, QuizDeleteQuestionMutationVariables>(/* GraphQL */ `
  mutation QuizDeleteQuestion($quiz: ID!, $question: ID!) {
    deleteQuestion(quiz: $quiz, question: $question) { id revision }
  }
`)

export const OrderQuestions = graphql<QuizOrderQuestionsMutation, QuizOrderQuestionsMutationVariables>(/* GraphQL */ `
  mutation QuizOrderQuestions($quiz: ID!, $questions: [ID!]!) {
    orderQuestions(quiz: $quiz, questions: $questions) { id revision }
  }
`)

/** A class and the quizzes of its course. */
export const ClassQuizzes = graphql<QuizClassQuery, QuizClassQueryVariables>(/* GraphQL */ `
  query QuizClass($id: ID!) {
    class(id: $id) {
      id name
      course { id title sections { id quizzes { id title passMark questionCount ready } } }
      viewerCan { seeLearners teach }
    }
  }
`)

/** The attempts of a class at one quiz, newest first; or only such as people should look at. */
export const ClassAttempts = graphql<QuizClassAttemptsQuery, QuizClassAttemptsQueryVariables>(/* GraphQL */ `
  query QuizClassAttempts($class: ID!, $quiz: ID!, $needsReview: Boolean!, $after: String) {
    class(id: $class) {
      id
      attempts(quiz: $quiz, needsReview: $needsReview, first: 50, after: $after) {
        nodes { id number state startedAt finishedAt timedOut needsReview mark passed enrolment { id person { id fullName unit { id shortName } } } }
        next total
      }
    }
  }
`)

/** What there is to mark of a class at a quiz, and how many attempts people should look at. */
export const ClassMarking = graphql<QuizClassMarkingQuery, QuizClassMarkingQueryVariables>(/* GraphQL */ `
  query QuizClassMarking($id: ID!, $quiz: ID!) {
    class(id: $id) {
      id name toReview: attempts(quiz: $quiz, needsReview: true, first: 1) { total }
      marking(quiz: $quiz) { quiz { id title } questions { id text waiting } }
    }
  }
`)

/** The answers of an attempt as a marker reads them: nobody's name. */
export const MarkingAttempt = graphql<QuizMarkingAttemptQuery, QuizMarkingAttemptQueryVariables>(/* GraphQL */ `
  query QuizMarkingAttempt($id: ID!) {
    attempt(id: $id) {
      id state
      questions {
        id kind text points unit mark comment reason marked answerFiles { id name type size url } hotspot { image url alternative picks zones { id label x y width height } } choices { id text media { kind alternative url } } items { id text } matching { stems { id text } matches { id text } } gaps { id kind choices { id text } }
        answer { choices truth text number unit pairs { stem match } order gaps { gap text } files }
      }
    }
  }
`)

export const MarkAnswer = graphql<QuizMarkAnswerMutation, QuizMarkAnswerMutationVariables>(/* GraphQL */ `
  mutation QuizMarkAnswer($attempt: ID!, $question: ID!, $marked: Int!, $input: MarkInput!) {
    markAnswer(attempt: $attempt, question: $question, marked: $marked, input: $input) { id state mark passed enrolment { id } }
  }
`)

/** Copies of questions of the bank. */
export const TakeFromBank = graphql<QuizTakeFromBankMutation, QuizTakeFromBankMutationVariables>(/* GraphQL */ `
  mutation QuizTakeFromBank($quiz: ID!, $questions: [ID!]!) { takeFromBank(quiz: $quiz, questions: $questions) { id revision } }
`)

/** A copy in the bank. */
export const KeepInBank = graphql<QuizKeepInBankMutation, QuizKeepInBankMutationVariables>(/* GraphQL */ `
  mutation QuizKeepInBank($quiz: ID!, $question: ID!) { keepInBank(quiz: $quiz, question: $question) { id revision } }
`)
