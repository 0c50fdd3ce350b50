import type { KeyObject } from 'node:crypto';
import type { CallContext } from '@mycelium/kit/viewer';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type TestSubgraph, testSubgraph, unguarded } from './subgraph.ts';

const sdl = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@requiresScopes"])
  type Person @key(fields: "id") { id: ID! name: String! salary: Int @requiresScopes(scopes: [["staff:read"]]) }
  enum ViewerKind { USER DISPLAY STATION CLIENT }
  type Credential @inaccessible { kind: ViewerKind! id: ID! tenantId: ID! scopes: [String!]! expiresAt: String sessionId: ID application: String locationId: ID personId: ID }
  type Query {
    person(id: ID!): Person
    signingKeys: String! @inaccessible
    credential(token: String!): Credential @inaccessible
  }
`;

export interface Tenants extends TestSubgraph {
  /** An access token of a person of a tenant. */
  login(options?: TokenOptions): Promise<string>;
  /** Opaque credentials by token; take one away and it is unknown. */
  credentials: Map<string, BistroCredential>;
}

interface BistroCredential {
  kind: string;
  id: string;
  tenantId: string;
  scopes: string[];
  sessionId?: string;
  locationId?: string;
  personId?: string;
}

interface TokenOptions {
  role?: 'OWNER' | 'KITCHEN' | 'ADMIN';
  tenantId?: string;
  sessionId?: string;
  userId?: string;
  expiresIn?: string;
}

/** A subgraph that knows people, and who is behind a token. */
export async function createTenants(key: KeyObject | undefined): Promise<Tenants> {
  const people = new Map(['ana', 'beto'].map((id) => [id, { id, name: id === 'ana' ? 'Ana' : 'Beto', salary: 1000 }]));
  const credentials: Tenants['credentials'] = new Map();
  const signing = { ...(await generateKeyPair('EdDSA')), kid: 'key-1' };

  const forGateway = <Value>(context: CallContext | undefined, give: () => Value): Value => {
    if (context?.viewer.kind !== 'gateway') throw new Error('For the gateway alone.');
    return give();
  };

  const resolvers = {
    Person: { __resolveReference: ({ id }: { id: string }) => people.get(id) },
    Query: {
      person: (_root: unknown, { id }: { id: string }) => people.get(id),
      signingKeys: (_root: unknown, _args: unknown, context?: CallContext) =>
        forGateway(context, async () =>
          JSON.stringify({ keys: [{ ...(await exportJWK(signing.publicKey)), kid: signing.kid, alg: 'EdDSA' }] }),
        ),
      credential: (_root: unknown, { token }: { token: string }, context?: CallContext) =>
        forGateway(context, () => credentials.get(token)),
    },
  };

  return Object.assign(testSubgraph('tenants', key ? sdl : unguarded(sdl), resolvers, key), {
    credentials,
    login: ({
      role = 'OWNER',
      tenantId = 'las-reinas',
      sessionId = 's1',
      userId = 'u1',
      expiresIn = '15m',
    }: TokenOptions = {}) =>
      new SignJWT({ kind: 'user', tid: tenantId, role, sid: sessionId })
        .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid })
        .setIssuer('mycelium')
        .setSubject(userId)
        .setExpirationTime(expiresIn)
        .sign(signing.privateKey),
  });
}
