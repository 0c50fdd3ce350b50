/** A kept answer, and for how long it still will be. */
export interface Kept {
  text: string;
  seconds: number;
}

/** Where answers are kept. Each belongs to a scope: a tenant, or those who have none. */
export interface CacheStore {
  /** The generation of a scope, and the answer if it is kept; undefined while the store cannot be trusted. */
  look(scope: string, key: string): Promise<{ generation: string; kept?: Kept } | undefined>;
  /** Keeps an answer that was asked for in a generation; it is never found again when that has passed. */
  keep(scope: string, generation: string, key: string, text: string, seconds: number): Promise<void>;
  /** Ends the generation of scopes. */
  drop(scopes: readonly string[]): Promise<void>;
  close(): void;
}

/** The scope of those without a tenant: they may see something of everyone, so whatever happens ends its generation. */
export const EVERYONE = '-';
