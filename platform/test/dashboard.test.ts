import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { logIn } from './client.ts';
import { eachAlone } from './network.ts';

/** What the overview of the console asks. */
async function overview(): Promise<string> {
  const file = join(import.meta.dirname, '../../schema/operations/web/persisted-documents.json');
  const documents = Object.values(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
  const named = documents.find((text) =>
    parse(text).definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.name?.value === 'Overview'),
  );
  if (!named) throw new Error('The console asks no Overview.');
  return named;
}

interface Overview {
  viewer: { tenant: { health: Record<string, { status: string } | null>; displays: unknown } };
}

test('one operation tells of screens, menu, products and syncs; a subgraph that is away leaves its parts out, and no others', async () => {
  const network = await eachAlone();
  try {
    const document = await overview();
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    await owner.run('mutation { enableService(input: { product: ORDERING, config: {} }) { id } }');
    const parts = ['displays', 'screenChanges', 'services', 'syncs', 'menu', 'menuChanges'];
    const { viewer } = await owner.run<Overview>(document);
    for (const part of parts) expect([part, viewer.tenant.health[part]?.status]).toEqual([part, 'OK']);

    await network.kill('restaurant');
    const { data, errors = [] } = await owner.ask<Overview>(document);
    const away = parts.filter((part) => data?.viewer.tenant.health[part] === null);
    expect(away).toEqual(['menu', 'menuChanges']);
    expect(data?.viewer.tenant).toMatchObject({ displays: { edges: [] } });
    expect(data?.viewer.tenant.health.products).toMatchObject([{ service: { product: 'ORDERING' }, sync: null }]);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAVAILABLE']));
    await owner.close();
  } finally {
    await network.close();
  }
}, 60_000);
