import { type Smp, startSmp } from '@mycelium/smp/smp';
import { expect } from '@playwright/test';
import { openSession } from './log-in.ts';
import type { Server } from './server.ts';

const TOKEN = 'a token for the shop';
const ACCOUNT = 'las-reinas';
const ENABLE = 'mutation ($input: EnableServiceInput!) { enableService(input: $input) { tenant { id } } }';
const RUN = 'mutation ($t: ID!) { runSync(tenantId: $t, product: MINI_BODEGA, mode: INITIAL) { id } }';

/** Another product, beside us, that a tenant's menu is synced with. */
export class Shop {
  private constructor(private readonly smp: Smp) {}

  static async open(): Promise<Shop> {
    return new Shop(await startSmp({ token: TOKEN }));
  }

  /** Is switched on for Las Reinas, and has got this item when that is done. */
  async follow(server: Server, itemId: string): Promise<void> {
    const { accessToken } = await openSession(server);
    const config = { baseUrl: this.smp.url, account: ACCOUNT };
    const { enableService } = await server.ask<{ enableService: { tenant: { id: string } } }>(
      ENABLE,
      { input: { product: 'MINI_BODEGA', config, token: TOKEN } },
      accessToken,
    );
    await server.ask(RUN, { t: enableService.tenant.id }, accessToken);
    await expect.poll(() => this.priceOf(itemId)).toBeDefined();
  }

  /** In minor units, as the shop has it. */
  priceOf(itemId: string): number | undefined {
    return [...this.smp.account(ACCOUNT).items.values()].find(({ reference }) => reference === itemId)?.priceMinor;
  }

  async close(): Promise<void> {
    await this.smp.close();
  }
}
