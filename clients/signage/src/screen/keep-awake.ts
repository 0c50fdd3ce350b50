/** Asks the machine not to switch the screen off, and asks again whenever the page is looked at again. */
export function keepAwake(): void {
  const ask = () => {
    // Refused where the browser's policy or a low battery says no: then the machine's own settings decide.
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
