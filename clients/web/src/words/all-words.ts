import type { words } from './en.ts';

type Words = typeof words;
type Core = Omit<Words, 'done'>;
type Done = Words['done'];

/** Every word that a text can be asked by: those of all pages, and those that each area adds in its `words/en.ts`. */
export interface AllWords extends Core {
  done: Pick<ActionWords, keyof ActionWords>;
  /** What each area is called, by its name. */
  area: Record<string, string>;
}

/** What somebody did, by the name of the action in the log. */
export interface ActionWords extends Done {}
