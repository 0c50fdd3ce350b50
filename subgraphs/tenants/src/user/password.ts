import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's second choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** The hash to keep, with its parameters, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: normal(password), nonce, ...COST });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(nonce)}$${encode(tag)}`;
}

/** Whether this is the password. Without a hash (nobody has this address) it takes as long and says no. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, , , parameters = '', nonce = '', tag = ''] = (hash ?? NOBODY).split('$');
  const cost = Object.fromEntries(parameters.split(',').map((pair) => pair.split('=')));
  const derived = await derive('argon2id', {
    message: normal(password),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(cost.m),
    passes: Number(cost.t),
    parallelism: Number(cost.p),
    tagLength: 32,
  });
  return timingSafeEqual(derived, Buffer.from(tag, 'base64')) && hash !== undefined;
}

/** A password in one form, so that an accented character is the same from every keyboard. */
const normal = (password: string): string => password.normalize('NFKC');

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(Buffer.alloc(16))}$${encode(Buffer.alloc(32))}`;
