import { type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { Viewer } from '@mycelium/kit/viewer';
import { scopesOf, stationScopes } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';
import type { StationKind } from '@mycelium/schema/station-kinds';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { seedTenant } from '../src/seed.ts';
import { tenants } from '../src/subgraph.ts';
import { Membership } from '../src/user/membership.ts';
import { knowing } from './knowing.ts';

interface Member extends TestViewer {
  membershipId: string;
}

/** A tenant with two locations, which the restaurant subgraph knows, and its people. */
export interface StationHouse {
  testing: TestSubgraph;
  tenantId: string;
  locations: { here: string; there: string };
  owner: Member;
  manager: Member;
  waiter: Member;
  cook: Member;
  gateway: TestViewer;
  /** A device that nobody has paired. */
  device: TestViewer;
  pair(kind: StationKind, locationId?: string): Promise<PairedStation>;
  /** Asks as the one who has this token, as the gateway finds out who that is; undefined when nobody has. */
  bearer(token: string): Promise<TestViewer | undefined>;
  signIn(station: PairedStation, pin: string): Promise<SignedInAt>;
  setPin(of: TestViewer, pin: string, locationId?: string): Promise<void>;
}

export interface PairedStation extends TestViewer {
  id: string;
  token: string;
}

export interface SignedInAt {
  token: string;
  userId: string;
  name: string;
  scopes: string[];
  idleSeconds: number;
}

const CREDENTIAL =
  'query ($token: String!) { credential(token: $token) { kind id tenantId scopes sessionId locationId personId } }';
const credentialSchema = z
  .object({
    ...{ id: z.string(), tenantId: z.string(), scopes: z.array(z.string()) },
    ...{ sessionId: z.string().nullable(), locationId: z.string(), personId: z.string().nullable() },
  })
  .nullable();

export async function openStationHouse(): Promise<StationHouse> {
  const locations = { here: uuidv7(), there: uuidv7() };
  const testing = await testSubgraph(tenants, { neighbours: knowing(Object.values(locations)) });
  const tenantId = uuidv7();
  const roles: Role[] = ['OWNER', 'MANAGER', 'STAFF', 'KITCHEN'];
  await testing.subgraph.work((ctx) =>
    seedTenant(
      ctx,
      {
        ...{ slug: 'las-reinas', name: 'Las Reinas', languages: ['es'], currency: 'USD', timeZone: 'America/Chicago' },
        ...{ restaurant: { name: 'Las Reinas' }, locations: [], boards: [] },
        users: roles.map((role) => ({ email: `${role}@x.test`.toLowerCase(), name: `The ${role}`, role })),
      },
      new Map(),
      tenantId,
      'gently down the stream',
    ),
  );
  const members = await testing.subgraph.work(({ em }) => em.find(Membership, {}));
  const member = (role: Role): Member => {
    const found = members.find((each) => each.role === role);
    const viewer = { kind: 'user' as const, id: found?.user.id ?? '', tenantId, role, scopes: scopesOf(role) };
    return { ...testing.as(viewer), membershipId: found?.id ?? '' };
  };
  const manager = member('MANAGER');
  const device = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  const gateway = testing.as({ kind: 'gateway', id: 'gateway', scopes: ['gateway'] });
  return {
    ...{ testing, tenantId, locations, manager, device, gateway },
    ...{ owner: member('OWNER'), waiter: member('STAFF'), cook: member('KITCHEN') },
    async pair(kind, locationId = locations.here) {
      const { requestPairing } = await device.run<{ requestPairing: { id: string; code: string; secret: string } }>(
        'mutation ($kind: PairingKind!) { requestPairing(kind: $kind) { id code secret } }',
        { kind },
      );
      await manager.run(
        'mutation ($code: String!, $input: PairStationInput!) { pairStation(code: $code, input: $input) { id } }',
        { code: requestPairing.code, input: { kind, name: `A ${kind}`, locationId } },
      );
      const { claimStation } = await device.run<{ claimStation: { token: string; station: { id: string } } }>(
        'mutation ($id: ID!, $secret: String!) { claimStation(id: $id, secret: $secret) { token station { id } } }',
        { id: requestPairing.id, secret: requestPairing.secret },
      );
      const { id } = claimStation.station;
      const viewer: Viewer = { kind: 'station', id, tenantId, locationId, scopes: stationScopes(kind) };
      return { ...testing.as(viewer), id, token: claimStation.token };
    },
    async bearer(token) {
      const answer = await gateway.run<{ credential: unknown }>(CREDENTIAL, { token });
      const found = credentialSchema.parse(answer.credential);
      if (!found) return undefined;
      const { sessionId, personId, ...own } = found;
      const more = { sessionId: sessionId ?? undefined, personId: personId ?? undefined };
      return testing.as({ kind: 'station', ...own, ...more });
    },
    async signIn(station, pin) {
      const { signWithPin } = await station.run<{ signWithPin: SignedInAt }>(
        'mutation ($pin: String!) { signWithPin(pin: $pin) { token userId name scopes idleSeconds } }',
        { pin },
      );
      return signWithPin;
    },
    async setPin(of, pin, locationId = locations.here) {
      await of.run('mutation ($locationId: ID!, $pin: String!) { setPin(locationId: $locationId, pin: $pin) { id } }', {
        ...{ locationId, pin },
      });
    },
  };
}
