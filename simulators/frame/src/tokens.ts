import { randomBytes } from 'node:crypto';

/** Access tokens that end, by real time, as a vendor's token address gives them. */
export interface Tokens {
  issue(livesMs?: number): string;
  accepts(token: string | undefined): boolean;
  /** It is over before its time. */
  expire(token: string): void;
}

export function openTokens(): Tokens {
  const endsAt = new Map<string, number>();
  return {
    issue(livesMs = 3_600_000) {
      const token = randomBytes(24).toString('base64url');
      endsAt.set(token, Date.now() + livesMs);
      return token;
    },
    accepts: (token) => token !== undefined && (endsAt.get(token) ?? 0) > Date.now(),
    expire: (token) => void endsAt.delete(token),
  };
}
