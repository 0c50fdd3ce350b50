import type { RouteObject } from 'react-router';
import { loadWords } from '../words/words.ts';
import type { Area, Needs } from './area.ts';
import { areas } from './areas.ts';
import { askFirst } from './ask-first.ts';
import { Fault } from './Fault.tsx';
import { late, type Page } from './late.tsx';
import { onlyWith } from './NotYours.tsx';
import { bring } from './use-brought.ts';

type Load = () => Promise<Page>;

/** The routes of an area, as the router takes them: each page comes with the words, and what goes wrong with it stays in its place. */
export function pagesOf(area: Area): RouteObject[] {
  return area.routes.map((route) => inPlace(route, area.scope, (load) => withWords(area, load)));
}

/** A route whose code may arrive late, and may have a fault; and so each below it. */
function inPlace(route: RouteObject, scope?: string, with_: (load: Load) => Load = (load) => load): RouteObject {
  const needed = (route.handle as Needs | undefined)?.scope ?? scope;
  const { lazy, children } = route;
  const load = loadOf(lazy);
  return {
    ...route,
    ...(load && { lazy: arriving(forThose(needed, with_(asking(needed, load)))), ErrorBoundary: Fault }),
    ...(children && { children: children.map((child) => inPlace(child)) }),
  } as RouteObject;
}

/** All that the pages of an area are made of, one after the other. */
export function partsOf(area: Area): (() => Promise<unknown>)[] {
  const loadsOf = (routes: readonly RouteObject[]): (() => Promise<unknown>)[] =>
    routes.flatMap(({ lazy, children = [] }) => {
      const load = loadOf(lazy);
      return load ? [load, ...loadsOf(children)] : loadsOf(children);
    });
  return [() => loadWords(area.name, area.words), ...loadsOf(area.routes)];
}

function arriving(load: Load): Load {
  return () => load().catch(() => ({ Component: late(load) }));
}

/** What a page asks first is asked as soon as its code is there, before the words are and it is drawn. */
function asking(scope: string | undefined, load: Load): Load {
  return async () => {
    const page = await load();
    askFirst(page.first, scope);
    return page;
  };
}

/** Who lacks the scope of a page is told so; what is below a page that one sees says itself when it needs more. */
function forThose(scope: string | undefined, load: Load): Load {
  if (scope === undefined) return load;
  return async () => ({ Component: onlyWith(scope, (await load()).Component) });
}

function withWords(area: Area, load: Load): Load {
  const spoken = area.speaksForAll ? areas : [area];
  return async () => {
    const coming = Promise.all([load(), ...spoken.map(({ name, words }) => loadWords(name, words))]);
    // Behind what shows the page. What does not arrive now is asked for when it is shown.
    if (area.gathersConcerns) for (const each of areas) gather(each).catch(() => undefined);
    const [page] = await coming;
    return page;
  };
}

async function gather({ concerns, scope }: Area): Promise<void> {
  if (concerns) askFirst((await bring(concerns)).first, scope);
}

/** Every page of the console is a file that exports its `Component`, and what it asks `first` where that is worth while. */
function loadOf(lazy: RouteObject['lazy']): Load | undefined {
  return typeof lazy === 'function' ? (lazy as Load) : undefined;
}
