import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { JsonSchema } from './json-schema.ts';

/** Serves the OpenAPI document and a page that shows it, under the same strict policy as everything else. */
export function serveDocs(app: FastifyInstance, document: () => JsonSchema): void {
  const file = (name: string) => readFileSync(new URL(`./docs/${name}`, import.meta.url), 'utf8');
  const page = file('page.html');
  const script = file('page.js');
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(document())),
  );
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/docs.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
}
