import { FEED_WINDOW_MS } from '@mycelium/bus/feed-key';
import { Invalid, Refusal } from './errors.ts';

const CURSOR = /^(\d{1,16})-(\d{1,10})$/;

/** Throws Invalid for what is no cursor, and a refusal for one whose successors may be gone. */
export function checkCursor(cursor: string): void {
  const [, milliseconds] = CURSOR.exec(cursor) ?? [];
  if (milliseconds === undefined) throw new Invalid('This cursor is not one of ours.', ['after']);
  if (cursor !== '0-0' && Number(milliseconds) < Date.now() - FEED_WINDOW_MS) throw windowPassed();
}

/** What a client is told whose cursor is too old. */
export function windowPassed(): Refusal {
  return new Refusal(
    'What came after this cursor is no longer kept; load again and subscribe without it.',
    'BAD_USER_INPUT',
    'info',
    {
      path: ['after'],
      reason: 'CURSOR_EXPIRED',
    },
  );
}

/** Whether one position lies after another; the empty one lies before all. */
export function isLater(cursor: string, than: string): boolean {
  const [time = 0, sequence = 0] = cursor.split('-').map(Number);
  const [thanTime = -1, thanSequence = -1] = than === '' ? [] : than.split('-').map(Number);
  return time > thanTime || (time === thanTime && sequence > thanSequence);
}
