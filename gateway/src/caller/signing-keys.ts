import {
  createLocalJWKSet,
  decodeJwt,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import { ForgedToken, unauthenticated } from '../errors.ts';

/** How soon the keys are asked for again, so that tokens with made-up key ids do not become calls to the subgraph. */
const COOL_DOWN_MS = 5_000;
/** How old the keys may be, so that a key that is published ahead is known before it signs, and one that was withdrawn is soon forgotten. */
const MAX_AGE_MS = 10 * 60_000;

interface Keys {
  keySet: JSONWebKeySet;
  resolve: ReturnType<typeof createLocalJWKSet>;
}

export const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const OURS: JWTVerifyOptions = { issuer: 'mycelium', algorithms: ['EdDSA', 'Ed25519'] };

/** The public keys of tokens, ours unless it is said what is demanded of them: fetched when first needed, and again when a token names one that we do not know. */
export function signingKeys(
  fetchKeySet: () => Promise<string>,
  now: () => number = Date.now,
  demanded: JWTVerifyOptions = OURS,
) {
  let known: Promise<Keys> | undefined;
  let fetchedAt = 0;

  const fetchKeys = (): Promise<Keys> => {
    fetchedAt = now();
    const fetching = fetchKeySet().then((json) => {
      const keySet: JSONWebKeySet = keySetSchema.parse(JSON.parse(json));
      return { keySet, resolve: createLocalJWKSet(keySet) };
    });
    // A failure is not kept; the one who asked hears of it.
    fetching.catch(() => {
      if (known === fetching) known = undefined;
    });
    known = fetching;
    return fetching;
  };

  /** The keys that are known. They are renewed in the background; while that fails the old ones stay. */
  const current = (): Promise<Keys> => {
    if (!known) return fetchKeys();
    if (now() - fetchedAt < MAX_AGE_MS) return known;
    const old = known;
    const renewed = fetchKeys();
    known = old;
    renewed.then(
      () => {
        if (known === old) known = renewed;
      },
      () => undefined,
    );
    return old;
  };

  const verified = async (token: string, { resolve }: Keys): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(token, resolve, demanded);
    return payload;
  };

  return {
    /** The claims of a token that is signed with one of these keys and has not expired. */
    async verify(token: string): Promise<JWTPayload> {
      const keys = await current();
      try {
        return await verified(token, keys).catch(async (error: unknown) => {
          if (!(error instanceof errors.JWKSNoMatchingKey) || now() - fetchedAt < COOL_DOWN_MS) throw error;
          return verified(token, await fetchKeys());
        });
      } catch (error) {
        throw refusalOf(error, token, now());
      }
    },
    async keySet(): Promise<JSONWebKeySet> {
      return (await current()).keySet;
    },
    /** Lets the next token fetch them again; those known so far are not believed any more. */
    forget(): void {
      known = undefined;
    },
  };
}

/** How a token is refused. One with a valid signature is no forgery: its holder got it from whoever signs. */
function refusalOf(error: unknown, token: string, now: number): unknown {
  if (error instanceof errors.JWTExpired) return unauthenticated('This token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) return unauthenticated();
  // A key goes when all that it signed has expired.
  if (error instanceof errors.JWKSNoMatchingKey && saysExpired(token, now)) return unauthenticated();
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return new ForgedToken('a token with a wrong signature');
  if (error instanceof errors.JOSEError || error instanceof TypeError) return new ForgedToken('a token that is none');
  return error;
}

function saysExpired(token: string, now: number): boolean {
  const { exp } = decodeJwt(token);
  return exp !== undefined && exp * 1_000 <= now;
}
