import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch, type RequestInit } from 'undici';
import { noteHostile } from './hostile.ts';
import type { Logger } from './log.ts';

/** What an address that a tenant gives must not lead to: this machine, networks that nobody reaches from outside, and what stands for them. */
const innerNetworks = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'],
  ...['::/128', '::1/128', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  // Addresses in these networks carry an IPv4 address inside.
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
];

/** The address leads into a network that is not the outside. */
export class InnerAddress extends Error {}

/** `tenantId`: whose address it is. */
type OutsideRequest = RequestInit & { tenantId: string };

export interface OutsideFetch {
  /** As fetch, and refuses with InnerAddress as the cause; checked with each connection that is made, so redirects and names that change are too. Each refusal is in the log. */
  fetch(url: string, request: OutsideRequest): ReturnType<typeof fetch>;
  close(): Promise<void>;
}

interface OutsideFetchOptions {
  log: Logger;
  /** Inner networks that may be reached all the same, as CIDR. */
  allowed?: readonly string[];
  lookup?: LookupFunction;
}

/** The way to addresses that somebody else gave us. */
export function openOutsideFetch({ log, allowed = [], lookup = lookUp }: OutsideFetchOptions): OutsideFetch {
  const [inner, exceptions] = [blockListOf(innerNetworks), blockListOf(allowed)];
  const isInner = (address: string): boolean => {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    return inner.check(address, family) && !exceptions.check(address, family);
  };

  const checkedLookup: LookupFunction = (hostname, options, answer) =>
    lookup(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      if (!error && addresses.some(isInner)) answer(refused(hostname), []);
      else answer(error, found, family);
    });

  const make = buildConnector({ lookup: checkedLookup });
  const agent = new Agent({
    connect(options, answer) {
      // An address that is spelled out is never looked up.
      if (isIP(options.hostname) && isInner(options.hostname)) answer(refused(options.hostname), null);
      else make(options, answer);
    },
  });
  return {
    async fetch(url, { tenantId, ...request }) {
      try {
        return await fetch(url, { ...request, dispatcher: agent });
      } catch (error) {
        if (error instanceof Error && error.cause instanceof InnerAddress)
          noteHostile(log, {
            what: 'an address in a network that is not the outside',
            from: `tenant ${tenantId}`,
            details: { host: new URL(url).host, reason: error.cause.message },
          });
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

function refused(hostname: string): InnerAddress {
  return new InnerAddress(`${hostname} is in a network that is not the outside.`);
}

/** Throws when one of them is no network. */
export function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', length = ''] = network.split('/');
    list.addSubnet(address, Number(length), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
