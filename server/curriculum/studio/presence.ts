import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Who somebody is in a room, as the server knows it. */
export type Self = { person: string; name: string; organisation: string; side: 'AGENCY' | 'PARTNER'; colour: number }
/** What a client says of itself: where it is. */
type Said = { at?: unknown }

const SAID_MAX = 500
/** Colours there are. */
const COLOURS = 8

/** A colour that stays the same for a person. */
export const colourOf = (person: string): number => [...person].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % COLOURS

/**
 * What a client says of its presence, with who it is put in by the server; nothing else it said is passed on. Null where
 * it is no presence of one client. Throws on what is malformed.
 */
export function presenceOf(update: Uint8Array, self: Self): { client: number; update: Uint8Array } | null {
  const decoder = decoding.createDecoder(update)
  if (decoding.readVarUint(decoder) !== 1) return null
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  const text = decoding.readVarString(decoder)
  if (text.length > SAID_MAX || !Number.isSafeInteger(clock)) return null
  const said = JSON.parse(text) as Said | null
  const at = typeof said?.at === 'string' && said.at.length <= 120 ? said.at : null
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(said && { user: self, at }))
  return { client, update: encoding.toUint8Array(encoder) }
}
