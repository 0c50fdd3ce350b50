import { isData } from '../../graph/cache-lists.ts';

const atWork = ['PLANNING', 'APPLYING', 'UNDOING'];
const written = ['APPLYING', 'APPLIED', 'STOPPED', 'UNDOING', 'UNDONE'];

/** What news of an import means: whether work on it goes on, and whether contacts have come or gone by it. */
export function newsOf({ import: of }: Readonly<Record<string, unknown>>) {
  const status = isData(of) ? String(of.status) : '';
  return { isAtWork: atWork.includes(status), concernsContacts: written.includes(status) };
}
