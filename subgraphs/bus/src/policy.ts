/** How deliveries that fail are tried again, and when an application that keeps failing is left in peace. */
export interface Policy {
  /** How often a delivery is tried before it is given up. */
  attempts: number;
  /** The wait after the first failure; each further one doubles it. */
  backOffMs: number;
  backOffAtMostMs: number;
  /** After how many failures in a row the application is handed nothing, and for how long; then it gets one delivery to try. */
  breaker: { failures: number; openMs: number };
}

/** The policy of a tenant that has set none. */
export const usualPolicy: Policy = {
  attempts: 8,
  backOffMs: 1_000,
  backOffAtMostMs: 300_000,
  breaker: { failures: 10, openMs: 30_000 },
};

/** How many deliveries may wait for a target that follows others, such as a webhook endpoint; Redis is no archive. */
export const MOST_WAITING = 10_000;

/** How long an event may wait for its acknowledgment, unless a tenant sets another time. */
export const USUAL_ACKNOWLEDGE_WITHIN_MS = 24 * 60 * 60 * 1000;

/** A policy as the steps in Redis read it; without one they look up the tenant's. */
export const policyText = (policy: Policy | undefined): string => (policy ? JSON.stringify(policy) : '');
