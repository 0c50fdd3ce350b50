import { testSecret } from '@mycelium/database/testing';
import { createLog } from '@mycelium/kit/log';
import { listen } from '@mycelium/kit/serve';
import { openSubgraph } from '@mycelium/kit/subgraph';
import { manifest } from './door-house.ts';

/** A subgraph of its own, to be killed. */
const [databaseUrl = '', redisUrl = ''] = process.argv.slice(2);
const log = createLog('killed', 'fatal');
const subgraph = await openSubgraph(manifest, { databaseUrl, redisUrl, secret: testSecret, log });
const { url } = await listen(subgraph, { host: '127.0.0.1', port: 0, log });
process.send?.({ url, sdl: subgraph.sdl });
