import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { raiseNotice } from '@mycelium/kit/notice';
import { peopleOf, staffAmong } from '../people/people.ts';
import { Side } from '../side/side.ts';
import { firstLine, mentionsIn } from './markdown.ts';
import type { Note } from './note.ts';

/** How many people one note may mention; a notice goes to each. */
const MOST = 50;

/** Those whom a text mentions and the one before did not, and by whom. */
export interface Mentions {
  userIds: readonly string[];
  by: string;
}

/**
 * Reads whom a text mentions anew. Throws Invalid with the reason MAY_NOT_READ when one of them may not read the book; who
 * was mentioned before may have left since, and is no reason to refuse a correction.
 */
export async function readMentions(ctx: Context, side: Side, content: string, before = ''): Promise<Mentions> {
  const { viewer } = ctx;
  const { id, tenantId } = viewer;
  const known = new Set(before === '' ? [] : mentionsIn(before));
  const userIds = mentionsIn(content).filter((userId) => !known.has(userId));
  if (userIds.length === 0 || !tenantId) return { userIds: [], by: '' };
  const path = ['input', 'content'];
  if (userIds.length > MOST)
    throw new Invalid(`A note mentions at most ${MOST} people.`, path, { reason: 'TOO_MANY', limit: MOST });
  const people = await peopleOf(ctx, tenantId, viewer.kind === 'user' ? [...userIds, id] : userIds);
  const staff = side === Side.PLATFORM ? await staffAmong(ctx, userIds) : undefined;
  const mayRead = (userId: string): boolean =>
    staff ? staff.has(userId) : Boolean(people.get(userId)?.scopes.includes('crm:read'));
  if (!userIds.every(mayRead)) throw new Invalid('This person may not see the CRM.', path, { reason: 'MAY_NOT_READ' });
  return { userIds, by: people.get(id)?.name ?? viewer.application ?? 'Mycelium' };
}

/** Gives those who were mentioned a notice: each once for a note, however often it is changed, and nobody of what they wrote themselves. The staff have no bell in a tenant. */
export function notifyMentioned(ctx: Context, { id, side, content }: Note, { userIds, by }: Mentions): void {
  if (side === Side.PLATFORM) return;
  const values = { name: by, text: firstLine(content, 200) };
  const notice = { kind: 'note.mentioned', path: `/crm/notes/${id}`, values, onceKey: `note.mentioned ${id}` };
  for (const userId of userIds) if (userId !== ctx.viewer.id) raiseNotice(ctx, { userId, ...notice });
}
