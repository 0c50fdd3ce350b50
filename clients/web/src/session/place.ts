import { useSyncExternalStore } from 'react';

const BASE = '/app';
const listeners = new Set<() => void>();

/** Where in the console one is: the path, what is asked of it, and where on it. */
export function here(): string {
  return location.pathname.slice(BASE.length) + location.search + location.hash;
}

/** Goes to another page, which takes the place of this one in the history. */
export function replace(path: string): void {
  history.replaceState(null, '', BASE + path);
  for (const listener of [...listeners]) listener();
}

/** Goes to another page. */
export function visit(path: string): void {
  history.pushState(null, '', BASE + path);
  for (const listener of [...listeners]) listener();
}

/** The path of a link. */
export function hrefOf(path: string): string {
  return BASE + path;
}

/** The path, as the doors know it: no router looks after them. */
export function usePath(): string {
  return useSyncExternalStore(listen, () => location.pathname.slice(BASE.length).replace(/\/+$/, ''));
}

/** What the link of an e-mail brings along, which no server sees. */
export function useToken(): string {
  return useSyncExternalStore(listen, () => location.hash.slice(1));
}

/** What one page for who is not logged in hands to another, which no server sees either. */
export function useCarried(): string {
  const carried = useToken();
  try {
    return decodeURIComponent(carried);
  } catch {
    return '';
  }
}

/** The path of a link that hands something on. */
export function carrying(path: string, carried: string): string {
  return carried ? `${hrefOf(path)}#${encodeURIComponent(carried)}` : hrefOf(path);
}

/** The login that comes back to a page. */
export function loginFor(page: string): string {
  return page === '' || page === '/' ? '/login' : `/login?to=${encodeURIComponent(page)}`;
}

/** The page that a login comes back to, which must be one of ours, and not the login again. */
export function pageAfterLogin(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/';
  return /^\/(?!\/|login\b)/.test(to) ? to : '/';
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}
