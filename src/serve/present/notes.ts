import type { FastifyReply } from 'fastify'

/** So many bytes of notes go into a header; proxies refuse headers of some thousand bytes. */
const mostBytes = 2000

/**
 * Says the notes of a response whose body has no place for them in its headers: a list of strings (RFC 9651, 3.3.3), those with other letters than
 * ASCII as display strings (3.3.8).
 */
export function announceNotes(reply: FastifyReply, notes: readonly string[] | undefined): void {
  if (!notes?.length) return
  let header = ''
  for (const note of notes) {
    const next = `${header === '' ? '' : ', '}${toItem(note)}`
    if (header.length + next.length > mostBytes) break
    header += next
  }
  reply.header('notes', header === '' ? toItem(cut(notes[0]!)) : header)
}

/** As much of a note as a header takes: no character takes more than twelve bytes in it. */
const cut = (note: string) =>
  `${Array.from(note.slice(0, mostBytes))
    .slice(0, Math.floor(mostBytes / 12) - 2)
    .join('')}…`

const toItem = (note: string) =>
  /^[\x20-\x7e]*$/.test(note)
    ? `"${note.replace(/["\\]/g, '\\$&')}"`
    : `%"${Array.from(Buffer.from(note), (byte) => (byte >= 0x20 && byte <= 0x7e && byte !== 0x22 && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`)).join('')}"`
