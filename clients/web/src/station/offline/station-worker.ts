export {};

/** Filled in by the build: every file of the pages of stations, and a hash over them. */
declare const __SHELL__: { version: string; files: string[] };

/** The part of a service worker's scope that is used here; TypeScript cannot have these types beside those of a page. */
declare const self: {
  location: Location;
  registration: { scope: string };
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

// Till and kitchen are two scopes of this one file, and each keeps its own.
const ours = `station ${new URL(self.registration.scope).pathname} `;
const cacheName = ours + __SHELL__.version;
const base = new URL('./', self.location.href);
const page = new URL('index.html', base).href;
const shell = new Set(__SHELL__.files.map((file) => new URL(file, base).href));

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const isOfAssets = request.url.startsWith(new URL('assets/', base).href);
  if (request.mode === 'navigate' || shell.has(request.url) || isOfAssets) event.respondWith(answer(request));
});

/** All files or none: a half-loaded version never takes over. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...shell].map((file) => new Request(file, { cache: 'reload' })));
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(ours) && name !== cacheName).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** From the cache first, so that a start needs no server; what is not of the shell (rarer letters) is kept when it comes. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const cached = await cache.match(request.mode === 'navigate' ? page : request.url);
  if (cached) return cached;
  const fresh = await fetch(request);
  if (fresh.ok && request.mode !== 'navigate') await cache.put(request, fresh.clone());
  return fresh;
}
