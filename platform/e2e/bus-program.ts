import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { OWNER, openSession } from './log-in.ts';
import type { Server } from './server.ts';

const PULL = `mutation Pull($application: String!) {
  pullEvents(application: $application, max: 50, consumer: "e2e") { isReplay attempt event { eventId eventType payload } }
}`;
const ACKNOWLEDGE = `mutation AcknowledgeEvent($eventId: ID!, $application: String!, $data: Settings) {
  acknowledgeEvent(eventId: $eventId, application: $application, data: $data)
}`;
const FAIL = `mutation Fail($eventId: ID!, $application: String!, $reason: String!, $mayRetry: Boolean!) {
  failEvent(eventId: $eventId, application: $application, reason: $reason, mayRetry: $mayRetry)
}`;

export interface Taken {
  isReplay: boolean;
  attempt: number;
  event: { eventId: string; eventType: string };
}

/** A program of somebody else, with a key that speaks for one application of an owner's tenant. */
export class BusProgram {
  private constructor(
    private readonly server: Server,
    private readonly application: string,
    private readonly key: string,
  ) {}

  static async make(server: Server, application: string, owner = OWNER): Promise<BusProgram> {
    const { accessToken } = await openSession(server, owner);
    const ask = <Data>(query: string, variables: Record<string, unknown>) =>
      server.ask<Data>(query, variables, accessToken);
    const { createApiClient } = await ask<{ createApiClient: { id: string } }>(
      `mutation ($application: String!) {
        createApiClient(input: { name: $application, application: $application, scopes: ["events:consume"] }) { id }
      }`,
      { application },
    );
    const { registerOperations } = await ask<{ registerOperations: { operation: { id: string } }[] }>(
      `mutation ($id: ID!, $documents: [OperationDocumentInput!]!) {
        registerOperations(clientId: $id, documents: $documents) { operation { id } }
      }`,
      { id: createApiClient.id, documents: [PULL, ACKNOWLEDGE, FAIL].map((text) => ({ text })) },
    );
    await ask('mutation ($ids: [ID!]!) { approveOperations(ids: $ids) { id } }', {
      ids: registerOperations.map(({ operation }) => operation.id),
    });
    const { createApiKey } = await ask<{ createApiKey: { key: string } }>(
      'mutation ($id: ID!) { createApiKey(clientId: $id) { key } }',
      { id: createApiClient.id },
    );
    return new BusProgram(server, application, createApiKey.key);
  }

  /** The ids of what waits, leased. */
  async pull(): Promise<string[]> {
    return (await this.take()).map(({ event }) => event.eventId);
  }

  /** What waits, leased. */
  async take(): Promise<Taken[]> {
    return (await this.run<{ pullEvents: Taken[] }>(PULL, {})).pullEvents;
  }

  /** Waits until so many were handed out, and answers them. */
  async takeAll(count: number): Promise<Taken[]> {
    const taken: Taken[] = [];
    await expect
      .poll(async () => {
        taken.push(...(await this.take()));
        return taken.length;
      })
      .toBe(count);
    return taken;
  }

  async acknowledgeAll(count: number): Promise<void> {
    for (const { event } of await this.takeAll(count)) await this.acknowledge(event.eventId, { loaves: 1 });
  }

  async failAll(count: number, reason: string, how = { mayRetry: false }): Promise<void> {
    for (const { event } of await this.takeAll(count)) await this.fail(event.eventId, reason, how);
  }

  async acknowledge(eventId: string, data: Record<string, unknown>): Promise<string> {
    const answer = await this.run<{ acknowledgeEvent: string }>(ACKNOWLEDGE, { eventId, data });
    return answer.acknowledgeEvent;
  }

  async fail(eventId: string, reason: string, { mayRetry } = { mayRetry: false }): Promise<string> {
    return (await this.run<{ failEvent: string }>(FAIL, { eventId, reason, mayRetry })).failEvent;
  }

  private async run<Data>(text: string, variables: Record<string, unknown>): Promise<Data> {
    const response = await fetch(`${this.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-API-Key': this.key },
      body: JSON.stringify({
        documentId: `sha256:${createHash('sha256').update(text).digest('hex')}`,
        variables: { application: this.application, ...variables },
      }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
}
