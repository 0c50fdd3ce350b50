import { z } from 'zod';
import type { Call, Route } from './call.ts';
import { type Clock, moveSchema } from './clock.ts';
import { type FaultOrder, type Faults, faultNames } from './faults.ts';
import { type Action, indexPage } from './index-page.ts';
import { Refusal, reply } from './reply.ts';
import type { Delivery } from './webhooks.ts';

/** What a person may see and do. */
export interface Control {
  /** The vendor's name. */
  name: string;
  /** What it keeps; its collections when left out. */
  show?: () => unknown;
  /** HTML in place of what it keeps. What came from outside must be escaped in it. */
  content?: () => string;
  /** What the vendor's customer does, by what its button says. */
  actions?: Record<string, Action>;
}

export interface Controlled extends Control {
  show: () => unknown;
  clock: Clock;
  faults: Faults;
  deliveries: () => readonly Delivery[];
  calls: readonly { method: string; path: string }[];
}

const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
const fieldsSchema = z.record(z.string(), z.string());

/** `GET /`, `POST /faults`, `GET` and `POST /clock`, and one address for each action; what a route of the vendor's own takes, they leave. */
export function controlRoutes(controlled: Controlled): Record<string, Route> {
  const { clock, faults, actions = {}, content, show } = controlled;
  const clockNow = () => ({ now: clock.now().toISOString() });
  return {
    'GET /'({ headers }) {
      if (!content && !headers.accept?.includes('text/html')) return show();
      const headersOfPage = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY };
      return reply(200, indexPage({ ...controlled, actions, faultNames }), headersOfPage);
    },
    'POST /faults': fromHere(({ body }) => faults.order(body) satisfies FaultOrder),
    'GET /clock': clockNow,
    'POST /clock': fromHere(({ body }) => {
      clock.move(moveSchema.parse(body));
      return clockNow();
    }),
    'POST /actions/:name': fromHere(({ params, body }) => {
      const action = actions[params.name ?? ''];
      if (!action) throw new Refusal(404, `There is no action ${params.name}.`);
      return action.run({ ...action.fields, ...fieldsSchema.parse(body ?? {}) });
    }),
  };
}

/** Refuses the forms of other people's pages; our own lead back to the page. */
function fromHere(act: (call: Call) => unknown): Route {
  return async (call) => {
    const { headers } = call;
    if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site']))
      throw new Refusal(403, 'Only the page of this simulator may do that.');
    const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const body = isForm ? withoutEmpty(fieldsSchema.parse(call.body ?? {})) : call.body;
    const done = await act({ ...call, body });
    return isForm ? reply(303, undefined, { location: '/' }) : (done ?? {});
  };
}

function withoutEmpty(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
