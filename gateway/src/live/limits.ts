/** How much one client may have open at a time. */
export interface LiveLimits {
  subscriptionsPerConnection: number;
  connectionsPerViewer: number;
  connectionsPerTenant: number;
  connectionsPerAddress: number;
}

export const generousLimits: LiveLimits = {
  subscriptionsPerConnection: 500,
  connectionsPerViewer: 500,
  connectionsPerTenant: 20_000,
  connectionsPerAddress: 20_000,
};

export const noLimits: LiveLimits = {
  subscriptionsPerConnection: Number.POSITIVE_INFINITY,
  connectionsPerViewer: Number.POSITIVE_INFINITY,
  connectionsPerTenant: Number.POSITIVE_INFINITY,
  connectionsPerAddress: Number.POSITIVE_INFINITY,
};

/** What a connection counts towards. */
export interface Holder {
  viewerId?: string;
  tenantId?: string;
  address?: string;
}

/** Counts connections, of every transport together. */
export interface Turnstile {
  /** What is returned takes it out again; a sentence when there are too many. */
  enter(holder: Holder): (() => void) | string;
}

export function createTurnstile(limits: LiveLimits): Turnstile {
  const counts = new Map<string, number>();
  return {
    enter({ viewerId, tenantId, address }) {
      const claims = [
        { key: `viewer ${viewerId}`, name: 'viewer', isKnown: viewerId, most: limits.connectionsPerViewer },
        { key: `tenant ${tenantId}`, name: 'tenant', isKnown: tenantId, most: limits.connectionsPerTenant },
        { key: `address ${address}`, name: 'address', isKnown: address, most: limits.connectionsPerAddress },
      ].filter(({ isKnown }) => isKnown);
      const full = claims.find(({ key, most }) => (counts.get(key) ?? 0) >= most);
      if (full) return `This ${full.name} has too many connections open; the limit is ${full.most}`;
      for (const { key } of claims) counts.set(key, (counts.get(key) ?? 0) + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        for (const { key } of claims) {
          const left = (counts.get(key) ?? 1) - 1;
          if (left === 0) counts.delete(key);
          else counts.set(key, left);
        }
      };
    },
  };
}
