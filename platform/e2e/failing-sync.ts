import type { Desk } from './desk.ts';

const ENABLE = 'mutation ($input: EnableServiceInput!) { enableService(input: $input) { id } }';
const FIND = `query ($t: ID!) { tenantSync(tenantId: $t, product: SMP) { id version } }`;
const ONCE = `mutation ($id: ID!, $version: Int!) {
  updateSyncConfig(id: $id, version: $version, config: { attempts: 1 }) { id }
}`;
const RUN = 'mutation ($t: ID!) { runSync(tenantId: $t, product: SMP) { id } }';

interface Found {
  tenantSync: { id: string; version: number };
}

/** The product is not where it should be, and a sync finds that out. */
export async function letSyncFail(desk: Desk): Promise<void> {
  const t = desk.tenantId;
  const config = { baseUrl: 'http://127.0.0.1:9', account: 'bakery' };
  await desk.ask(ENABLE, { input: { product: 'SMP', config, token: 'a token of theirs' } });
  const { tenantSync } = await desk.ask<Found>(FIND, { t });
  await desk.ask(ONCE, { id: tenantSync.id, version: tenantSync.version });
  await desk.ask(RUN, { t });
}
