import type { Browser, Locator, Page } from '@playwright/test';
import { openPage } from './log-in.ts';
import type { Server } from './server.ts';

const OWNER = 'owner@las-reinas.test';
const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';

/** Where the owner works: the console, and what the owner asks the API beside it. */
export class Desk {
  private constructor(
    readonly page: Page,
    private readonly server: Server,
    private readonly token: string,
    readonly tenantId: string,
  ) {}

  static async open(browser: Browser, server: Server): Promise<Desk> {
    const { login } = await server.ask<{ login: { accessToken: string } }>(
      'mutation ($email: String!) { login(email: $email, password: "mycelium-demo") { accessToken } }',
      { email: OWNER },
    );
    const { viewer } = await server.ask<{ viewer: { tenant: { id: string } } }>(
      '{ viewer { tenant { id } } }',
      {},
      login.accessToken,
    );
    const page = await openPage(browser, server);
    return new Desk(page, server, login.accessToken, viewer.tenant.id);
  }

  ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
    return this.server.ask<Data>(query, variables, this.token);
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
}
