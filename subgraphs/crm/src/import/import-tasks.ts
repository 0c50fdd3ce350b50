import type { Task } from '@mycelium/kit/tasks/task';
import { applyContacts } from './apply-task.ts';
import { findImportedDuplicates } from './duplicates-task.ts';
import { expireImports } from './expire-imports.ts';
import { planContacts } from './plan-task.ts';
import { undoContacts } from './undo-task.ts';

/** The background work of imports. */
export const importTasks = [
  planContacts,
  applyContacts,
  undoContacts,
  findImportedDuplicates,
  expireImports,
] as readonly Task[];
