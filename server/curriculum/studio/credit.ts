import { changedElements } from '../domain/elements.ts'
import type { Content, CurriculumDoc, CurriculumEditDoc } from '../model.ts'
import type { Edit } from '../service/saveContent.ts'

/** Who is credited with what changed: whoever wrote to it; the last writer where nobody is known. */
export function credited(curriculum: Pick<CurriculumDoc, 'content'>, content: Content, written: readonly CurriculumEditDoc[], last: CurriculumEditDoc): Edit[] {
  return changedElements(curriculum.content, content).flatMap(ref => {
    const writers = written.filter(edit => edit.section === ref.section && edit.element === ref.element)
    return (writers.length > 0 ? writers : [last]).map(({ by, organisation }) => ({ ...ref, by: String(by), organisation }))
  })
}
