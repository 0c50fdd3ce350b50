import type { words } from './en.ts';

type Words = typeof words;
type Core = Omit<Words, 'done'>;
type Done = Words['done'];

/** Every word that a text can be asked by: those of all pages, and those that each area adds in its `words/en.ts`. */
export interface AllWords extends Core {
  done: Pick<ActionWords, keyof ActionWords>;
  /** What the log says of the nouns of each area. */
  told: ToldWords;
  /** What a key may do in each area by its scopes, and under `about` what those are about. */
  scopes: Record<string, Record<string, string>>;
  /** What each area is called, by its name. */
  area: Record<string, string>;
}

/**
 * What an area says to the log of its nouns: what each is called, its fields, what their values mean (under `name` what the thing
 * itself is called), and whole sentences by the field that changed, with what it has become (`available_false`) where that says
 * more, or by the kind of the entry.
 */
export interface ToldWords {
  noun?: Record<string, string>;
  field?: Record<string, Record<string, string>>;
  value?: Record<string, Record<string, Record<string, string>>>;
  sentence?: Record<string, Record<string, string>>;
}

/** What somebody did, by the name of the action in the log. */
export interface ActionWords extends Done {}
