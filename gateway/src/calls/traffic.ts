/** How subgraphs are called. */
export interface Traffic {
  /** How long an answer may take. */
  timeoutMs: number;
  /** How often a query that nobody answered is asked again after each replica was asked once; mutations never are. */
  retries: number;
  /** Whether identical queries that are under way at the same time share one answer. */
  dedup: boolean;
  /** How long a replica that fails is left alone. */
  restMs: number;
}

export const usualTraffic: Traffic = { timeoutMs: 30_000, retries: 2, dedup: true, restMs: 1_000 };
