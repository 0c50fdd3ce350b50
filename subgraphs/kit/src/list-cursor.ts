import type { Context } from './context.ts';
import { Invalid } from './errors.ts';

/** The cursors of one list: each is a position in it, under the installation's key. */
export interface ListCursors {
  of(position: string): string;
  /** The position; throws Invalid for a cursor of another list, and for one that we did not give out. */
  read(cursor: string): string;
}

const SEAL_LENGTH = 16;

/** `list` says which list it is: what it is made of, how it is narrowed and ordered. */
export function cursorsOf({ vault }: Pick<Context, 'vault'>, list: unknown): ListCursors {
  const name = JSON.stringify(list);
  const sealOf = (position: string): string => vault.digest(`cursor ${name} ${position}`).slice(0, SEAL_LENGTH);
  return {
    of: (position) => `${position}.${sealOf(position)}`,
    read(cursor) {
      const position = cursor.slice(0, -SEAL_LENGTH - 1);
      if (cursor !== `${position}.${sealOf(position)}`) throw new Invalid('This cursor is not one of ours.', ['after']);
      return position;
    },
  };
}
