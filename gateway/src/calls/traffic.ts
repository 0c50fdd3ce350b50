import { type HeaderRules, headerRulesSchema } from './header-rules.ts';

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
  /** What of the headers of clients and subgraphs passes, to and from subgraphs at a URL. */
  headers: HeaderRules;
}

export const usualTraffic: Traffic = { timeoutMs: 30_000, retries: 2, dedup: true, restMs: 1_000, headers: [] };

/** The usual, but for what is given; throws when a rule makes no sense. */
export function trafficWith(given: Partial<Traffic> = {}): Traffic {
  const traffic = { ...usualTraffic, ...given };
  return { ...traffic, headers: headerRulesSchema.parse(traffic.headers) };
}
