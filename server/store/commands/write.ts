import type { Command } from './context.ts';
import { remove } from './delete.ts';
import { insert } from './insert.ts';
import { update } from './update.ts';

const BATCH = ['ordered', 'bypassDocumentValidation', 'let', 'writeConcern'];

/** Commands that write batches. */
export const WRITE: Record<string, Command> = {
  insert: { run: insert, fields: ['documents', ...BATCH], transaction: true, writes: true },
  update: { run: update, fields: ['updates', ...BATCH], transaction: true, writes: true },
  delete: { run: remove, fields: ['deletes', ...BATCH], transaction: true, writes: true },
};
