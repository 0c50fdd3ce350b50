import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** A built app and where it is served. */
export interface App {
  path: '/app' | '/signage' | '/playground';
  /** What Vite wrote. */
  directory: string;
}

/** `assets/name-<hash>.js`: the name changes with the content. */
const HASHED = /\/assets\/.+-[\w-]{8}\.\w+$/;
const ONE_YEAR = 'public, max-age=31536000, immutable';

/** Whether this path is one of an app, or may become one. */
export function isInApp(path: string): boolean {
  return /^\/(app|signage|playground)\//.test(path);
}

/** Serves built apps; what is no file below `/app/` and `/signage/` is a page of theirs. */
export async function serveApps(app: FastifyInstance, apps: readonly App[]): Promise<void> {
  if (apps.some(({ path }) => path === '/app')) app.get('/', (_request, reply) => reply.redirect('/app/'));
  for (const { path, directory } of apps) {
    app.get(path, (_request, reply) => reply.redirect(`${path}/`));
    await app.register(
      async (scope) => {
        await scope.register(fastifyStatic, {
          root: directory,
          cacheControl: false,
          setHeaders: (reply, file) => void reply.header('cache-control', HASHED.test(file) ? ONE_YEAR : 'no-cache'),
        });
        if (path === '/playground') return;
        scope.setNotFoundHandler((request, reply) => {
          const isPage =
            ['GET', 'HEAD'].includes(request.method) && !basename(request.url.split('?')[0] ?? '').includes('.');
          if (isPage) return reply.sendFile('index.html');
          return scope.answerUnrouted(request, reply);
        });
      },
      { prefix: path },
    );
  }
}
