import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { BusProgram } from './bus-program.ts';
import { openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';

const REGISTER = `mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }`;

/** A tenant with an application of its own, the program that takes its events, and the console where they are seen. */
export class OvenDesk {
  /** Of the settings, as they are now. */
  private version: number | undefined;

  private constructor(
    private readonly server: Server,
    private readonly token: string,
    readonly page: Page,
    readonly oven: BusProgram,
  ) {}

  static async open(browser: Browser, server: Server): Promise<OvenDesk> {
    const email = await makeTenant(server);
    const { accessToken } = await openSession(server, email);
    const ask = (query: string, variables = {}) => server.ask(query, variables, accessToken);
    await ask('mutation { registerApplication(input: { name: "oven", description: "The oven." }) { name } }');
    const type = { source: 'ORDERING', targets: ['oven'], description: 'Bread.', payloadSchema: { type: 'object' } };
    for (const name of ['dough.risen', 'loaf.baked']) await ask(REGISTER, { input: { name, ...type } });
    const oven = await BusProgram.make(server, 'oven', email);
    const page = await openPage(browser, server, { email, path: '/events/matrix' });
    const desk = new OvenDesk(server, accessToken, page, oven);
    await expect(desk.tab('Matrix')).toBeVisible();
    return desk;
  }

  get url(): string {
    return this.server.url;
  }

  async publish(count: number, eventType = 'dough.risen', payload: object = { temperature: 230 }): Promise<void> {
    const inputs = Array.from({ length: count }, () => ({ eventType, payload }));
    await this.ask('mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }', {
      inputs,
    });
  }

  /** Changes how events are kept and tried again. */
  async set(input: Record<string, unknown>): Promise<void> {
    this.version ??= await this.readVersion();
    const { updateEventSettings } = await this.ask<{ updateEventSettings: { version: number } }>(
      'mutation ($input: UpdateEventSettingsInput!) { updateEventSettings(input: $input) { version } }',
      { input: { version: this.version, ...input } },
    );
    this.version = updateEventSettings.version;
  }

  /** What is beside the list. */
  panel(): Locator {
    return this.page.getByRole('complementary');
  }

  /** A page about events. */
  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Events' }).getByRole('link', { name });
  }

  rows(name: string): Locator {
    return this.page.getByRole('list', { name, exact: true }).getByRole('listitem');
  }

  /** The channel to the oven, in the matrix. */
  cell(): Locator {
    return this.page.getByRole('link', { name: 'ORDERING → oven:' });
  }

  async isAccessible(): Promise<void> {
    await expectAccessible(this.page);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** What the owner asks the API beside the console. */
  ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return this.server.ask<Data>(query, variables, this.token);
  }

  private async readVersion(): Promise<number> {
    const { viewer } = await this.ask<{ viewer: { tenant: { eventSettings: { version: number } } } }>(
      '{ viewer { tenant { eventSettings { version } } } }',
    );
    return viewer.tenant.eventSettings.version;
  }
}
