import type { Draft } from './use-draft.ts';
import type { Write } from './use-write.ts';

/**
 * What to say at each field of a form: what the form itself sees once somebody has tried to save it, what was refused, and that
 * somebody else has changed the same.
 */
export function mistakesIn<Fields extends object>(
  { wasTried, contestedAt }: Draft<Fields>,
  { mistakeAt }: Pick<Write, 'mistakeAt'>,
  own: Partial<Record<keyof NoInfer<Fields>, string | false | undefined>>,
): (field: keyof Fields & string) => string | undefined {
  return (field) => (wasTried && own[field]) || mistakeAt(field) || contestedAt(field);
}

/** True when the form itself sees a mistake. */
export function hasMistakes(own: object): boolean {
  return Object.values(own).some(Boolean);
}
