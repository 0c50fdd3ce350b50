import { readFileSync } from 'node:fs';
import { startGateway } from '@mycelium/gateway/gateway';
import { createLog } from '@mycelium/kit/log';

/** Mycelium's gateway as `npm run gateway` runs it. */
const supergraphSdl = readFileSync(process.argv[2] ?? '', 'utf8');
const { url } = await startGateway({
  supergraphSdl,
  open: true,
  // Identical queries must each be executed here.
  traffic: { dedup: false },
  host: '127.0.0.1',
  port: 0,
  log: createLog('ours', 'fatal'),
});
process.send?.({ ready: `${url}/graphql` });
