import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { signingKeys } from './signing-keys.ts';

async function issuer() {
  let current = { ...(await generateKeyPair('EdDSA')), kid: 'first' };
  let fetched = 0;
  let now = 0;
  const keys = signingKeys(
    async () => {
      fetched += 1;
      return JSON.stringify({ keys: [{ ...(await exportJWK(current.publicKey)), kid: current.kid }] });
    },
    () => now,
  );
  return {
    verify: keys.verify,
    forget: keys.forget,
    fetched: () => fetched,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    rotate: async () => {
      current = { ...(await generateKeyPair('EdDSA')), kid: 'second' };
    },
    sign: () =>
      new SignJWT({ sub: 'ana' })
        .setProtectedHeader({ alg: 'EdDSA', kid: current.kid })
        .setIssuer('mycelium')
        .setExpirationTime('1m')
        .sign(current.privateKey),
  };
}

it('fetches keys once, and again for a key id that it does not know', async () => {
  const { verify, sign, rotate, wait, fetched } = await issuer();
  expect(await verify(await sign())).toMatchObject({ sub: 'ana' });
  await verify(await sign());
  expect(fetched()).toBe(1);
  await rotate();
  wait(5_000);
  expect(await verify(await sign())).toMatchObject({ sub: 'ana' });
  expect(fetched()).toBe(2);
});

it('lets unknown key ids cause no more than one fetch in five seconds', async () => {
  const { verify, sign, rotate, wait, fetched } = await issuer();
  await verify(await sign());
  await rotate();
  wait(4_999);
  await expect(verify(await sign())).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(fetched()).toBe(1);
});

it('looks again after ten minutes, so that it knows a key before it signs, and at once when told to forget', async () => {
  const { verify, sign, wait, forget, fetched } = await issuer();
  await verify(await sign());
  wait(10 * 60_000);
  await verify(await sign());
  expect(fetched()).toBe(2);
  forget();
  await verify(await sign());
  expect(fetched()).toBe(3);
});
