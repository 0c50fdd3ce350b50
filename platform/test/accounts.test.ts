import { expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess } from './network.ts';

const ACCOUNTS = `query ($filter: AccountFilter) {
  accounts(filter: $filter, sort: NAME) { edges { node { slug stage health checkedAt reasons { code path asOf } } } }
}`;
const SWITCH = 'mutation ($t: ID!) { switchTenant(tenantId: $t) { accessToken } }';

interface Account {
  slug: string;
  stage: string;
  health: number;
  checkedAt: string | null;
  reasons: { code: string; path: string; asOf: string }[];
}

async function accountsOf(admin: TestClient, filter: object = {}): Promise<Account[]> {
  const { accounts } = await admin.run<{ accounts: { edges: { node: Account }[] } }>(ACCOUNTS, { filter });
  return accounts.edges.map(({ node }) => node);
}

test('the staff see how every tenant is doing by what all subgraphs say, over REST too; a tenant over REST sees its own work alone', async () => {
  const network = await inOneProcess();
  try {
    const admin = await logIn(network.url, 'admin@mycelium.test');
    await admin.run('mutation { assessAccounts }');
    const all = await vi.waitFor(async () => {
      const found = await accountsOf(admin);
      if (found.length < 3 || found.some(({ checkedAt }) => !checkedAt)) throw new Error('not yet');
      return found;
    }, 20_000);
    expect(all.map(({ slug, stage }) => [slug, stage])).toEqual([
      ['el-farolito', 'AT_RISK'],
      ['las-reinas', 'ACTIVE'],
      ['test-kitchen', 'ONBOARDING'],
    ]);
    expect(all[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'NO_CONTACT', path: '/crm/notes' }));
    expect(await accountsOf(admin, { reason: 'NO_CONTACT' })).toMatchObject([{ slug: 'el-farolito' }]);

    const get = async (path: string, token: string | undefined) => {
      const response = await fetch(`${network.url}/api/crm/accounts/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return { status: response.status, body: await response.json() };
    };
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const { viewer } = await owner.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    const own = await get('las-reinas', owner.token);
    expect(own).toMatchObject({ status: 200, body: { slug: 'las-reinas', account: null } });
    expect(own.body.crmOverview.open).toBeGreaterThan(0);
    const { switchTenant } = await admin.run<{ switchTenant: { accessToken: string } }>(SWITCH, {
      t: viewer.tenant.id,
    });
    expect(await get('las-reinas', switchTenant.accessToken)).toMatchObject({
      body: { account: { stage: 'ACTIVE', health: expect.any(Number) } },
    });
    const timeline = await get('las-reinas/timeline?first=3', owner.token);
    expect(timeline).toMatchObject({ status: 200, body: { pageInfo: { hasNextPage: true } } });
    expect(timeline.body.edges).toHaveLength(3);
    expect(await get('el-farolito', owner.token)).toMatchObject({ status: 404 });
    await owner.close();
    await admin.close();
  } finally {
    await network.close();
  }
}, 60_000);
