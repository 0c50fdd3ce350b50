import { readFile } from 'node:fs/promises';
import { anonymous, type Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Grants } from '../supergraph/ungranted.ts';
import { type Auth, bearer } from './auth.ts';
import { keySetSchema, signingKeys } from './signing-keys.ts';

const names = z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.string().min(1)).min(1));

/** How a gateway in front of any supergraph checks tokens. */
export const tokensSchema = z.strictObject({
  /** A URL, or a file. */
  jwks: z.string().min(1),
  issuer: names.optional(),
  audience: names.optional(),
  /** The header with the token; in another one than `authorization` it stands alone. */
  header: z
    .string()
    .regex(/^[\w-]+$/, 'is the name of a header')
    .toLowerCase()
    .default('authorization'),
  /** Claims with the scopes for `@requiresScopes` and what is granted for `@policy`: lists, or words with spaces between them. */
  scopes: z.string().min(1).default('scope'),
  policies: z.string().min(1).optional(),
});

export type TokenSettings = z.infer<typeof tokensSchema>;

/** What tokens that are checked so can grant. */
export function grantedBy(tokens: TokenSettings | undefined): Grants {
  if (!tokens) return 'nothing';
  return tokens.policies === undefined ? 'scopes' : 'everything';
}

/** What signs with a public key; with a shared secret everybody who can check could also sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const FETCH_MS = 5_000;
const MOST_BYTES = 1_048_576;

/** Knows people by tokens of somebody else, whose public keys are published. */
export function createTokenAuth({ jwks, issuer, audience, header, scopes, policies }: TokenSettings): Auth {
  const demanded = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['exp'] };
  const keys = signingKeys(() => readKeySet(jwks), Date.now, demanded);
  return {
    tokenOf(values) {
      const given = values[header];
      if (typeof given !== 'string') return undefined;
      return header === 'authorization' ? bearer(given) : given;
    },
    async identify(token) {
      if (token === undefined) return { viewer: anonymous };
      const claims = await keys.verify(token);
      const viewer: Viewer = {
        kind: 'user',
        id: claims.sub ?? '',
        scopes: wordsIn(claims, scopes),
        policies: policies === undefined ? [] : wordsIn(claims, policies),
      };
      return { viewer, expiresAt: (claims.exp ?? 0) * 1_000 };
    },
    keySet: () => keys.keySet(),
  };
}

/** The words of a claim, which may lie in others: `realm_access.roles`. */
function wordsIn(claims: JWTPayload, path: string): string[] {
  const claim = Object.hasOwn(claims, path)
    ? claims[path]
    : path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), claims);
  if (typeof claim === 'string') return claim.split(' ').filter((word) => word !== '');
  return Array.isArray(claim) ? claim.filter((word): word is string => typeof word === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function isUrl(place: string): boolean {
  return /^https?:/.test(place);
}

export function isKeySet(text: string): boolean {
  try {
    keySetIn(text);
    return true;
  } catch {
    return false;
  }
}

function keySetIn(text: string): string {
  keySetSchema.parse(JSON.parse(text));
  return text;
}

async function readKeySet(place: string): Promise<string> {
  try {
    if (!isUrl(place)) return keySetIn(await readFile(place, 'utf8'));
    const response = await fetch(place, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw new Error(`It answered ${response.status}.`);
    const text = await response.text();
    if (text.length > MOST_BYTES) throw new Error('It is too long.');
    return keySetIn(text);
  } catch (error) {
    throw new GraphQLError('Tokens cannot be checked right now; try again in a moment.', {
      originalError: error instanceof Error ? error : undefined,
      extensions: { code: 'UNAVAILABLE', service: 'tokens' },
    });
  }
}
