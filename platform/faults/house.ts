import { defaultLimits } from '@mycelium/gateway/operation/limits';
import type { GatewayOptions } from '@mycelium/gateway/options';
import type { OpenOptions } from '@mycelium/kit/subgraph';
import { pino } from 'pino';
import { logIn } from '../test/client.ts';
import { type Furniture, furnish } from '../test/furnish.ts';
import { inOneProcess, type TestNetwork } from '../test/network.ts';
import type { Known } from './input-values.ts';
import { pairScreen } from './pair-screen.ts';

/** Whoever can ask something. */
export type Who = 'owner' | 'neighbour' | 'kitchen' | 'admin' | 'screen' | 'anonymous';

export interface House {
  network: TestNetwork;
  furniture: Furniture;
  known: Known;
  /** Lines of the log that speak of a fault of ours, as they were written. */
  faults: { level: number; msg?: string; err?: { message?: string }; correlationId?: string }[];
  tokenOf(who: Who): Promise<string | undefined>;
  /** A token was refused: the next call gets a new one. */
  forgetToken(who: Who): void;
  close(): Promise<void>;
}

const emails: Partial<Record<Who, string>> = {
  owner: 'owner@las-reinas.test',
  neighbour: 'owner@el-farolito.test',
  kitchen: 'kitchen@las-reinas.test',
  admin: 'admin@mycelium.test',
};

/** So much may be asked that no limit of ours stands before what is tried. */
const unhurried = { points: 1e9, seconds: 60 };

/** The demo house with one of each thing in it, and a log that is read. */
export async function openHouse(gateway: Partial<GatewayOptions> = {}, mail?: OpenOptions['mail']): Promise<House> {
  const faults: House['faults'] = [];
  const log = pino({ level: 'error', base: undefined }, { write: (line) => void faults.push(JSON.parse(line)) });
  const network = await inOneProcess({
    log,
    mail,
    gateway: {
      limits: { ...defaultLimits, free: { ...defaultLimits.free, cost: 1e9 } },
      rates: { address: unhurried, apiKey: unhurried, tenant: unhurried, viewer: unhurried },
      ...gateway,
    },
  });
  const owner = await logIn(network.url, 'owner@las-reinas.test');
  const furniture = await furnish(owner, network.postgres.url);
  const screen = await pairScreen(network.url, owner);
  const tokens = new Map<Who, string | undefined>([
    ['owner', owner.token],
    ['screen', screen],
    ['anonymous', undefined],
  ]);
  await owner.close();
  return {
    network,
    furniture,
    known: { things: { ...furniture }, texts: [] },
    faults,
    async tokenOf(who) {
      const email = emails[who];
      // Whoever was removed meanwhile asks on as a stranger.
      const log = () => logIn(network.url, email ?? '').catch(() => undefined);
      if (!tokens.has(who) && email) tokens.set(who, (await log())?.token);
      return tokens.get(who);
    },
    forgetToken(who) {
      if (emails[who]) tokens.delete(who);
    },
    close: () => network.close(),
  };
}
