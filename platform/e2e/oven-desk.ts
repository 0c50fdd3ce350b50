import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { BusProgram } from './bus-program.ts';
import { openPage } from './log-in.ts';
import { Server } from './server.ts';

const REGISTER = `mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }`;

/** A platform with an application of the owner's own, the program that takes its events, and the console where they are seen. */
export class OvenDesk {
  /** Of the settings; the demo has some of its own, so that it is not the first. */
  private version: number | undefined;

  private constructor(
    private readonly server: Server,
    private readonly token: string,
    readonly page: Page,
    readonly oven: BusProgram,
  ) {}

  static async open(browser: Browser): Promise<OvenDesk> {
    const server = await Server.withDemo();
    await server.start();
    const { login } = await server.ask<{ login: { accessToken: string } }>(
      'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken } }',
      {},
    );
    const ask = (query: string, variables = {}) => server.ask(query, variables, login.accessToken);
    await ask('mutation { registerApplication(input: { name: "oven", description: "The oven." }) { name } }');
    const type = { source: 'ORDERING', targets: ['oven'], description: 'Bread.', payloadSchema: { type: 'object' } };
    for (const name of ['dough.risen', 'loaf.baked']) await ask(REGISTER, { input: { name, ...type } });
    const oven = await BusProgram.make(server, 'oven');
    const page = await openPage(browser, server, { path: '/events/matrix' });
    const desk = new OvenDesk(server, login.accessToken, page, oven);
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
    expect((await new AxeBuilder({ page: this.page }).analyze()).violations).toEqual([]);
  }

  async close(): Promise<void> {
    await this.server.stop();
  }

  private async readVersion(): Promise<number> {
    const { viewer } = await this.ask<{ viewer: { tenant: { eventSettings: { version: number } } } }>(
      '{ viewer { tenant { eventSettings { version } } } }',
    );
    return viewer.tenant.eventSettings.version;
  }

  private ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return this.server.ask<Data>(query, variables, this.token);
  }
}
