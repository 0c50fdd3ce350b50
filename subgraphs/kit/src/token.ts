import { createHash, randomBytes } from 'node:crypto';

/** A new secret that its holder shows and we never keep: 256 random bits behind a prefix that shows its kind. */
export function newToken(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a token: SHA-256, hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
