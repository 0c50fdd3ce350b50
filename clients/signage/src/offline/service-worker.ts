export {};

/** Filled in by the build: every file of the app, and a hash over them. */
declare const __SHELL__: { version: string; files: string[] };

/** The part of a service worker's scope that is used here; TypeScript cannot have these types beside those of a page. */
declare const self: {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
};

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asking {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const cacheName = `signage-${__SHELL__.version}`;
const scope = new URL('./', self.location.href);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope.href)) event.respondWith(answer(request));
});

/** All files or none: a half-loaded version never takes over. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(__SHELL__.files.map((file) => new Request(new URL(file, scope), { cache: 'reload' })));
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('signage-') && name !== cacheName).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** From the cache first, so that a start needs no server; what is not of the shell (rarer letters) is kept when it comes. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const wanted = request.mode === 'navigate' ? new URL('index.html', scope).href : request.url;
  const cached = await cache.match(wanted);
  if (cached) return cached;
  const fresh = await fetch(request);
  if (fresh.ok && request.url.includes('/assets/')) await cache.put(request, fresh.clone());
  return fresh;
}
