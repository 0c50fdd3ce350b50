const LOOK_MS = 10 * 60_000;
const QUIET_CHECK_MS = 5_000;

/** Lets the app start without a server, and takes a new version of it in, by a reload, when `isQuiet`. */
export function keepFresh(isQuiet: () => boolean): void {
  // Browsers have service workers on secure origins only (https or this machine): elsewhere a start needs the server.
  const workers = navigator.serviceWorker;
  if (!workers || import.meta.env.DEV) return;
  const wasControlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => wasControlled && reloadWhen(isQuiet), { once: true });
  void register(workers);
}

async function register(workers: ServiceWorkerContainer): Promise<void> {
  try {
    const registration = await workers.register('/signage/service-worker.js', { scope: '/signage/' });
    // Looking for a new version fails while the server is away; the next look comes.
    setInterval(() => registration.update().catch(() => undefined), LOOK_MS);
  } catch {
    setTimeout(() => void register(workers), LOOK_MS);
  }
}

function reloadWhen(isQuiet: () => boolean): void {
  setInterval(() => isQuiet() && location.reload(), QUIET_CHECK_MS);
}
