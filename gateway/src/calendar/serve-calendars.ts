import { randomUUID } from 'node:crypto';
import { anonymous, type Viewer } from '@mycelium/kit/viewer';
import type { SubgraphName } from '@mycelium/schema/roster';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sign } from '../call-context.ts';
import type { RateLimiter } from '../caller/rate-limiter.ts';
import type { Subgraph } from '../calls/subgraph.ts';
import { unavailable } from '../errors.ts';
import { answerHeaders } from '../http/headers.ts';

interface Options {
  sign: Sign;
  rates: RateLimiter;
  current(): { subgraphs: ReadonlyMap<string, Pick<Subgraph, 'name' | 'execute'>> };
}

/** The subgraph that knows what people have to do. */
const CALENDAR_SUBGRAPH: SubgraphName = 'crm';
const CALENDAR = 'query ($token: String!) { calendarByToken(token: $token) }';
const TOKEN = /^gg_calendar_[\w-]{43}$/;
const viewer: Viewer = { kind: 'gateway', id: 'gateway', scopes: ['gateway'] };
const answerSchema = z.object({ calendarByToken: z.string().nullable() });

/** Serves `/calendar.ics?key=`: what the holder of the address has to do. The secret is in the query, which no log has. */
export function serveCalendars(app: FastifyInstance, { sign, rates, current }: Options): void {
  app.get<{ Querystring: { key?: string | string[] } }>('/calendar.ics', async (request, reply) => {
    const { key } = request.query;
    await rates.take(anonymous, request.ip);
    const calendar = typeof key === 'string' && TOKEN.test(key) ? await read(key) : undefined;
    if (calendar == null) return app.answerUnrouted(request, reply);
    return reply
      .headers({ ...answerHeaders, 'cache-control': 'private, no-store' })
      .type('text/calendar; charset=utf-8')
      .send(calendar);
  });

  async function read(token: string): Promise<string | null> {
    const home = current().subgraphs.get(CALENDAR_SUBGRAPH);
    if (!home) return null;
    const call = { query: CALENDAR, variables: { token } };
    const context = sign({ viewer, correlationId: randomUUID() }, { ...call, to: home.name });
    const { data, errors } = await home.execute({ ...call, context });
    const [error] = errors ?? [];
    if (error) throw unavailable(home.name, error.message);
    return answerSchema.parse(data).calendarByToken;
  }
}
