import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { Webhook } from 'standardwebhooks';
import { expect, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { openReceiver, type Received, type Receiver } from './receiver.testing.ts';

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret endpoint { id } }
}`;
const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const ATTEMPTS = `query ($id: ID!) { webhookAttempts(endpointId: $id) { edges { node {
  id eventId eventType number outcome status response durationMs nextAttemptAt isReplay
} } } }`;

export const ENDPOINT = 'query ($id: ID!) { webhookEndpoint(id: $id) { status trouble failingSince pending failed } }';

interface Attempt {
  id: string;
  eventId: string;
  number: number;
  outcome: string;
  status: number | null;
  nextAttemptAt: string | null;
}

interface Endpoint {
  viewer: TestViewer;
  id: string;
  secret: string;
  tenant: string;
}

/** A subgraph, and a receiver outside that it sends to. */
interface Told {
  testing: TestSubgraph;
  receiver: Receiver;
  redis: Redis;
  /** An endpoint at this path, of a tenant of its own unless told. */
  endpointAt(path: string, more?: Record<string, unknown>, viewer?: TestViewer): Promise<Endpoint>;
  /** Answers the event's id. */
  publish(viewer: TestViewer, more?: Record<string, unknown>): Promise<string>;
  /** Waits until so many attempts are written down; newest first. */
  untilAttempts(endpoint: Pick<Endpoint, 'viewer' | 'id'>, count: number, timeout?: number): Promise<Attempt[]>;
  close(): Promise<void>;
}

export async function openTold(): Promise<Told> {
  const [testing, receiver] = await Promise.all([testSubgraph(events), openReceiver()]);
  const redis = new Redis(testing.redisUrl);
  return {
    testing,
    receiver,
    redis,
    async endpointAt(path, more = {}, viewer = testing.as(person('OWNER'))) {
      const input = { url: `${receiver.url}${path}`, ...more };
      const made = await viewer.run<{ createWebhookEndpoint: { secret: string; endpoint: { id: string } } }>(CREATE, {
        input,
      });
      const { secret, endpoint } = made.createWebhookEndpoint;
      return { viewer, secret, id: endpoint.id, tenant: viewer.viewer.tenantId ?? '' };
    },
    async publish(viewer, more = {}) {
      const input = { eventType: 'config.updated', payload: { key: 'theme' }, targets: ['hr'], ...more };
      return (await viewer.run<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId;
    },
    untilAttempts({ viewer, id }, count, timeout = 5_000) {
      return vi.waitFor(async () => {
        const found = await viewer.run<{ webhookAttempts: { edges: { node: Attempt }[] } }>(ATTEMPTS, { id });
        const attempts = found.webhookAttempts.edges.map(({ node }) => node);
        expect(attempts).toHaveLength(count);
        return attempts;
      }, timeout);
    },
    async close() {
      redis.disconnect();
      await testing.close();
      await receiver.close();
    },
  };
}

/** What a message says; throws when this secret did not sign it. */
export function verify(secret: string, { body, headers }: Received): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}
