/** A message, and its position where it has one. */
export interface Said {
  payload: string;
  position?: string;
}

/** The last messages of a group by position, so that who was there a moment ago goes on without asking upstream. */
export interface Recent {
  /** The newest position, if there is one. */
  position(): string | undefined;
  /** A position at which nothing was said. */
  begin(position: string): void;
  /** A message; without a position it belongs to the one before. */
  add(position: string | undefined, payload: string): void;
  /** What was said after a position; nothing when that is not known here, or no longer. */
  since(position: string | undefined): Said[] | undefined;
}

const KEPT_MESSAGES = 64;
const KEPT_CHARACTERS = 64 * 1024;

export function createRecent(): Recent {
  const entries: Partial<Said>[] = [];
  let characters = 0;
  let newest: string | undefined;

  const keep = (entry: Partial<Said>): void => {
    entries.push(entry);
    newest = entry.position ?? newest;
    characters += entry.payload?.length ?? 0;
    while (entries.length > KEPT_MESSAGES || (characters > KEPT_CHARACTERS && entries.length > 1)) {
      // What came after the newest position is what matters, the payload at a position is never asked for.
      characters -= entries.shift()?.payload?.length ?? 0;
    }
  };

  return {
    position: () => newest,
    begin: (position) => keep({ position }),
    add: (position, payload) => keep({ position, payload }),
    since(position) {
      if (position === undefined) return undefined;
      const at = entries.findLastIndex((entry) => entry.position === position);
      return at < 0
        ? undefined
        : entries
            .slice(at + 1)
            .flatMap(({ payload, position: place }) => (payload === undefined ? [] : { payload, position: place }));
    },
  };
}
