import type { Zone } from '../question.ts'

/** What is known of a zone where the picture is asked about: never whether it is right. */
export type AskedZone = Omit<Zone, 'right'>

/** Zones rightly picked less those wrongly picked, of those there are to find; not below 0. */
export function markZones(zones: readonly { id: string; right: boolean }[], picked: readonly string[]): number {
  const right = zones.filter(zone => zone.right).length
  if (right === 0) throw new RangeError('a picture has a zone to find')
  const chosen = zones.filter(({ id }) => picked.includes(id))
  const hits = chosen.filter(zone => zone.right).length
  return Math.max(0, hits - (chosen.length - hits)) / right
}
