import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Suite, startSuite } from '@mycelium/business-suite/suite';
import { temporaryFolder } from '@mycelium/database/embedded/throw-away';
import { demoSuiteKeys } from '@mycelium/database/seed';
import type { Gateway } from '@mycelium/gateway/gateway';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeCertificate } from '../../gateway/test/bistro/certificate.ts';
import { trust } from '../src/trust.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

let folder: string;
let network: TestNetwork;
let secure: Gateway;
let suite: Suite;

beforeAll(async () => {
  folder = await temporaryFolder('mycelium-tls-');
  const tls = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  await writeCertificate(tls);
  network = await inOneProcess();
  secure = await network.anotherGateway({ tls });
  await expect(fetch(secure.url)).rejects.toThrow();
  await trust(tls.certificate);
  suite = await startSuite({ url: secure.url, keys: demoSuiteKeys });
}, 60_000);
afterAll(async () => {
  await suite?.close();
  await secure?.close();
  await network?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the programs of the business suite work over https and wss, with a certificate of our own', async () => {
  expect(secure.url).toMatch(/^https:/);
  const payload = { entityId: 'user-tls', email: 'john.doe@company.com', department: 'engineering' };
  const eventId = await suite.programs.crm.publish({ eventType: 'user.created', payload });
  await vi.waitFor(() => expect(suite.programs.hr.processed).toContain(eventId), { timeout: 15_000, interval: 50 });
});
