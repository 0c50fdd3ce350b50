import { type ApiKey, ApiKeyStatus } from './api-key.ts';

/** What a key is at a moment. */
export function statusOf({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): ApiKeyStatus {
  if (revokedAt) return ApiKeyStatus.REVOKED;
  return expiresAt && expiresAt <= now ? ApiKeyStatus.EXPIRED : ApiKeyStatus.ACTIVE;
}

/** Whether it is taken at a moment. */
export function isGood(key: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return statusOf(key, now) === ApiKeyStatus.ACTIVE;
}
