import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { OWNER, openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';

const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';

/** Where an owner works: the console, and what the owner asks the API beside it. */
export class Desk {
  private constructor(
    readonly page: Page,
    private readonly server: Server,
    private readonly token: string,
    readonly tenantId: string,
  ) {}

  static async open(browser: Browser, server: Server, email = OWNER): Promise<Desk> {
    const { accessToken } = await openSession(server, email);
    const { viewer } = await server.ask<{ viewer: { tenant: { id: string } } }>(
      '{ viewer { tenant { id } } }',
      {},
      accessToken,
    );
    const page = await openPage(browser, server, { email });
    return new Desk(page, server, accessToken, viewer.tenant.id);
  }

  /** What the page shows may still be on its way to the server: as a colleague would, asks again after a conflict. */
  async ask<Data>(query: string, variables: Record<string, unknown>, tries = 5): Promise<Data> {
    try {
      return await this.server.ask<Data>(query, variables, this.token);
    } catch (error) {
      if (tries === 1 || !String(error).includes('"CONFLICT"')) throw error;
      await setTimeout(200);
      return this.ask(query, variables, tries - 1);
    }
  }

  /** Answers the event's id. */
  async publish(
    eventType: string,
    payload: Record<string, unknown>,
    more: Record<string, unknown> = {},
  ): Promise<string> {
    const input = { eventType, payload, ...more };
    return (await this.ask<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId;
  }

  /** What is beside the list. */
  get panel(): Locator {
    return this.page.getByRole('complementary');
  }

  /** A page about events. */
  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Events' }).getByRole('link', { name });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
