import { DisplayStatus } from './display.ts';

/** A screen that has been silent for this long is offline; it speaks every 15 seconds. */
export const SILENCE_MS = 45_000;

/** What a screen is, by its own last word and nothing else. */
export function statusOf({ revokedAt, lastSeenAt }: { revokedAt?: Date; lastSeenAt?: Date }, now: Date): DisplayStatus {
  if (revokedAt) return DisplayStatus.REVOKED;
  if (!lastSeenAt) return DisplayStatus.OFFLINE;
  return now.getTime() - lastSeenAt.getTime() < SILENCE_MS ? DisplayStatus.ONLINE : DisplayStatus.OFFLINE;
}
