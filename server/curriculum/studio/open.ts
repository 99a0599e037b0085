import type { CurriculumDoc } from '../model.ts'

/** What a use case needs to know of a room that may be open in this process. */
type OpenRoom = { materialise(): Promise<void>; heard(curriculum: CurriculumDoc): Promise<void> }

/** Rooms open in this process, by their curriculum. */
export const openRooms = new Map<string, OpenRoom>()

/** Before a curriculum is judged: what is being typed in this process becomes its content. */
export async function settleRoom(id: string): Promise<void> {
  await openRooms.get(id)?.materialise()
}

/** After a curriculum was changed: its room, if open here, has it too. */
export async function tellRoom(curriculum: CurriculumDoc): Promise<void> {
  await openRooms.get(String(curriculum._id))?.heard(curriculum)
}
