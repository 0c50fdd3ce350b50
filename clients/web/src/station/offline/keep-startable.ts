import type { StationPage } from '../page.ts';

const LOOK_MS = 10 * 60_000;
const QUIET_MS = 60_000;
const QUIET_CHECK_MS = 5_000;

const started = new Set<string>();
let touchedAt = Date.now();

/** Lets the page of a station start without a network, and takes a new version of it in, by a reload, when nobody is at it. */
export function keepStartable(path: StationPage['path']): void {
  // Browsers have service workers on secure origins only (https or this machine): elsewhere a start needs the server.
  const workers = navigator.serviceWorker;
  if (!workers || import.meta.env.DEV || started.has(path)) return;
  started.add(path);
  for (const event of ['pointerdown', 'keydown'])
    addEventListener(event, () => {
      touchedAt = Date.now();
    });
  const wasControlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => wasControlled && reloadWhenQuiet(), { once: true });
  void register(workers, path);
}

async function register(workers: ServiceWorkerContainer, path: string): Promise<void> {
  try {
    const registration = await workers.register('/app/station-worker.js', { scope: `/app${path}` });
    // Looking for a new version fails while the server is away; the next look comes.
    setInterval(() => registration.update().catch(() => undefined), LOOK_MS);
  } catch {
    setTimeout(() => void register(workers, path), LOOK_MS);
  }
}

function reloadWhenQuiet(): void {
  setInterval(() => Date.now() - touchedAt > QUIET_MS && navigator.onLine && location.reload(), QUIET_CHECK_MS);
}
