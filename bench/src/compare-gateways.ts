import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type Child, start } from './child.ts';
import { Screens } from './fan-out.ts';
import { answer, type LoadResult, load, type Request } from './load.ts';
import { flat, heavy, joined, small, varied } from './operations.ts';
import {
  type FanOutRow,
  fanOutTable,
  idleTable,
  type Loads,
  loadTable,
  type ScreensRow,
  targetTable,
} from './results.ts';
import { names, typeDefs } from './shop.ts';

const ROUNDS = 2;
const ROUND_MS = 4_000;
const WARM_UP_MS = 1_500;
const SCREENS = 1_000;
const MANY_SCREENS = 10_000;

const peers = {
  ours: ['./gateways/ours.ts'],
  stock: ['./gateways/stock.ts'],
  hive: ['./gateways/hive.ts'],
  'hive + rust': ['./gateways/hive.ts', 'rust'],
  'no gateway': ['./gateways/no-gateway.ts'],
} as const;
type Peer = keyof typeof peers;

const requests: Record<string, Request> = {
  '(a) heavy': { query: heavy },
  '(b) small': { query: small },
  '(c) varied': { query: varied, variables: (count) => ({ id: String((count % 100) + 1) }) },
};

/** Our gateway beside its peers; answers the tables. */
export async function compareGateways(say: Say): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mycelium-bench-'));
  const subgraphs = await start('./subgraphs.ts');
  const shop = {
    subgraphs,
    supergraph: composeTo(join(folder, 'supergraph.graphql'), subgraphs.ready as Record<string, string>),
    say,
  };
  try {
    const [loads, fanOut, screens] = [
      await compareRequests(shop),
      await compareFanOut(shop),
      await measureScreens(shop),
    ];
    return [targetTable(loads, fanOut, screens), loadTable(loads), fanOutTable(fanOut), idleTable(screens)];
  } finally {
    await subgraphs.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

export type Say = (line: string) => void;

interface Shop {
  subgraphs: Child;
  /** The file. */
  supergraph: string;
  say: Say;
}

/** (a) to (c): every peer in turn, round after round, on the same subgraphs. */
async function compareRequests({ supergraph, say }: Shop): Promise<Loads> {
  const results: Loads = {};
  const gateways = {} as Record<Peer, Child>;
  for (const [peer, [module, ...args]] of Object.entries(peers))
    gateways[peer as Peer] = await start(module, supergraph, ...args);
  for (const [name, request] of Object.entries(requests)) {
    say(`${name} …`);
    say(`  all answer the same ${await sameAnswers(gateways, request)} bytes`);
    for (const gateway of Object.values(gateways)) await load(gateway, request, WARM_UP_MS);
    const ofRequest: Record<string, LoadResult[]> = {};
    results[name] = ofRequest;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [peer, gateway] of Object.entries(gateways)) {
        ofRequest[peer] = [...(ofRequest[peer] ?? []), await load(gateway, request, ROUND_MS)];
      }
    }
  }
  await Promise.all(Object.values(gateways).map((gateway) => gateway.end()));
  return results;
}

async function sameAnswers(gateways: Record<Peer, Child>, request: Request): Promise<number> {
  const ours = await answer(String(gateways.ours.ready), request);
  for (const [peer, gateway] of Object.entries(gateways)) {
    const theirs = await answer(String(gateway.ready), request);
    if (peer !== 'no gateway' && theirs !== ours) throw new Error(`${peer} answers something else than ours.`);
  }
  return Buffer.byteLength(ours);
}

/** (d): one event to a thousand screens. Stock refuses subscriptions. */
async function compareFanOut({ subgraphs, supergraph, say }: Shop): Promise<FanOutRow[]> {
  const rows: FanOutRow[] = [];
  for (const peer of ['ours', 'hive', 'hive + rust'] as const) {
    for (const [kind, query] of Object.entries({ flat, joined })) {
      say(`(d) ${kind}, ${peer} …`);
      const [module, ...args] = peers[peer];
      const gateway = await start(module, supergraph, ...args);
      // Hive reads the supergraph with the first request.
      await answer(String(gateway.ready), { query: small });
      const screens = await Screens.open(gateway, subgraphs, SCREENS, query);
      await screens.warmUp();
      const events = peer === 'ours' ? 200 : 20;
      rows.push({ peer, kind, ...(await screens.publish(events, peer === 'ours' ? 20 : 500)) });
      await screens.close();
      await gateway.end();
    }
  }
  return rows;
}

/** (e): ten thousand connections, idle and then live, beside a bare ws server. */
async function measureScreens({ subgraphs, supergraph, say }: Shop): Promise<ScreensRow[]> {
  const rows: ScreensRow[] = [];
  for (const peer of ['ours', 'bare ws'] as const) {
    say(`(e) ${peer} …`);
    const gateway = await (peer === 'ours' ? start('./gateways/ours.ts', supergraph) : start('./gateways/bare.ts'));
    const first = await Screens.open(gateway, subgraphs, 200);
    const before = gateway.memory();
    const idle = await Screens.open(gateway, subgraphs, MANY_SCREENS);
    const bytes = (gateway.memory() - before) / MANY_SCREENS;
    await Promise.all([idle.close(), first.close()]);
    const live = await Screens.open(gateway, peer === 'ours' ? subgraphs : gateway, MANY_SCREENS, joined);
    await live.warmUp();
    rows.push({ peer, kind: `${MANY_SCREENS} screens`, bytes, ...(await live.publish(10, 1_000)) });
    await live.close();
    await gateway.end();
  }
  return rows;
}

function composeTo(file: string, urls: Record<string, string>): string {
  const services = names.map((name) => ({ name, url: urls[name] ?? '', typeDefs: parse(typeDefs[name]) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  writeFileSync(file, supergraphSdl);
  return file;
}
