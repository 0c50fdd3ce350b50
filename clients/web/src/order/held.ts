export interface Point {
  x: number;
  y: number;
}

/** A row that is held by a mouse or a finger, from the press to the release. */
export interface Held {
  pointerId: number;
  isTouch: boolean;
  /** Where it was pressed. */
  from: Point;
  at: Point;
  /** It is under way, and shown so. */
  isLifted: boolean;
}

/** What happens meanwhile: something of a pointer, this one or another, a key, or that no more comes of it. */
export type Happening =
  | { type: 'move'; pointerId: number; at: Point; isPressed: boolean }
  | { type: 'release' | 'cancel'; pointerId: number }
  | { type: 'key'; key: string }
  | { type: 'longPress' | 'rowGone' | 'windowLeft' };

/** How it goes on: nothing is new, it follows the pointer, it is lifted, let go where it is, or given up. */
export type Step = 'none' | 'follow' | 'lift' | 'drop' | 'giveUp';

const STILL_PX = 6;

/** What becomes of a row that is held by what happens. */
export function stepOf(held: Held, happening: Happening): Step {
  if ('pointerId' in happening && happening.pointerId !== held.pointerId) return 'none';
  switch (happening.type) {
    case 'move':
      // It was let go where the page does not hear of it.
      if (!happening.isPressed) return 'giveUp';
      if (held.isLifted) return 'follow';
      if (Math.hypot(happening.at.x - held.from.x, happening.at.y - held.from.y) < STILL_PX) return 'follow';
      // A finger that moves at once scrolls.
      return held.isTouch ? 'giveUp' : 'lift';
    case 'longPress':
      return held.isTouch && !held.isLifted ? 'lift' : 'none';
    case 'release':
      return held.isLifted ? 'drop' : 'giveUp';
    case 'key':
      return held.isLifted && happening.key === 'Escape' ? 'giveUp' : 'none';
    default:
      return 'giveUp';
  }
}
