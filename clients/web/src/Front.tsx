import { type ComponentType, lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { FrameWaiting } from './look/FrameWaiting.tsx';
import { Waiting } from './look/Waiting.tsx';
import { Login } from './session/Login.tsx';
import { here, loginFor, pageAfterLogin, replace, usePath } from './session/place.ts';
import { useIdentity } from './session/use-identity.ts';
import { Broken } from './shell/Broken.tsx';

/** The pages for who is not logged in. */
const doors: Record<string, ComponentType> = {
  '/login': Login,
  '/invitation': arriving(() => import('./session/Invitation.tsx')),
  '/forgot-password': arriving(() => import('./session/ForgotPassword.tsx')),
  '/reset-password': arriving(() => import('./session/ResetPassword.tsx')),
};

/** The pages of stations, which fill the window, and are opened also by a device on which nobody is logged in. */
const stations: readonly [RegExp, ComponentType][] = [
  [/^\/till$/, arriving(() => import('./till/TillApp.tsx'))],
  [/^\/kitchen(\/[\w-]+)?$/, arriving(() => import('./kitchen/KitchenApp.tsx'))],
];

export const loadConsole = () => import('./Console.tsx');
const Console = arriving(loadConsole);

/**
 * A door, the page of a station, or the console. Who is not logged in is asked to, loads nothing of the console before that, and comes back to the same
 * page.
 */
export function Front() {
  const identity = useIdentity();
  const path = usePath();
  const door = doors[path] ?? stations.find(([pattern]) => pattern.test(path))?.[1];
  const isStranger = identity === undefined;

  useLayoutEffect(() => {
    if (!door && isStranger) replace(loginFor(here()));
    if (path === '/login' && !isStranger) replace(pageAfterLogin(location.search));
  }, [door, isStranger, path]);

  // What comes after the login arrives while it is typed.
  useEffect(() => void loadConsole().catch(() => undefined), []);

  const Page = door ?? (isStranger ? Login : Console);
  return (
    <Suspense fallback={Page === Console ? <Coming /> : <Waiting />}>
      <Page />
    </Suspense>
  );
}

/** The console before it is known which page of it. */
function Coming() {
  return (
    <FrameWaiting>
      <Waiting />
    </FrameWaiting>
  );
}

/** A page of its own file. One that did not arrive says so. */
function arriving(load: () => Promise<{ Component: ComponentType }>): ComponentType {
  return lazy(async () => {
    try {
      return { default: (await load()).Component };
    } catch {
      return { default: Broken };
    }
  });
}
