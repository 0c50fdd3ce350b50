/** What a browser gives only to pages over https, or of the machine itself. */
export type Missing = 'OFFLINE_START' | 'TAB_LOCKS' | 'SCREEN_ON';

/**
 * What a station has to do without here: nothing on a secure origin. It says so when it is paired.
 */
export function missingHere(): Missing[] {
  if (isSecureContext) return [];
  return [
    ...('serviceWorker' in navigator ? [] : ['OFFLINE_START' as const]),
    ...('locks' in navigator ? [] : ['TAB_LOCKS' as const]),
    ...('wakeLock' in navigator ? [] : ['SCREEN_ON' as const]),
  ];
}
