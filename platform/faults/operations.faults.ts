import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, callsOf } from './calls.ts';
import { seed, ways } from './env.ts';
import { asJson } from './hostile-values.ts';
import { type House, openHouse } from './house.ts';
import { heldMegabytes } from './memory.ts';
import { codesOf, faultIn, type Got } from './verdict.ts';

const AT_ONCE = 4;
/** The caches of operations and loaders may still fill up a little. */
const FLAT_MB = 25;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

async function ask({ who, query, variables }: Call, correlationId: string): Promise<Got> {
  const token = await house.tokenOf(who);
  const response = await fetch(`${house.network.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-correlation-id': correlationId,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: asJson({ query, variables }),
  });
  const got = { status: response.status, text: await response.text() };
  if (codesOf(got).includes('UNAUTHENTICATED')) house.forgetToken(who);
  return got;
}

const described = ({ who, name, variables }: Call): string => `${who} · ${name} · ${asJson(variables).slice(0, 500)}`;

/** What takes little can be asked in few ways: the same by the same is asked once, and what changes something once more. */
function withoutRepeats(calls: readonly Call[]): Call[] {
  const times = new Map<string, number>();
  return calls.filter(({ kind, ...call }) => {
    const key = asJson(call);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before < (kind === 'mutation' ? 2 : 1);
  });
}

test('no operation answers a type-correct question with a fault of ours, tells how it is made, or holds memory', async () => {
  const calls = callsOf(house.known, { seed, each: ways }).filter(({ kind }) => kind !== 'subscription');
  // Of each field some, all through the run, so that its first third has seen every operation.
  const mixed = withoutRepeats(
    Array.from({ length: ways }, (_, turn) => calls.filter((__, index) => index % ways === turn)).flat(),
  );
  const found: string[] = [];
  const codes = new Map<string, number>();
  const asked = new Map<string, Call>();
  let heldBefore = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let call = mixed[next++]; call; call = mixed[next++]) {
      if (next === Math.floor(mixed.length / 3)) heldBefore = heldMegabytes();
      const correlationId = `fault-${next}`;
      asked.set(correlationId, call);
      const got = await ask(call, correlationId);
      for (const code of codesOf(got)) codes.set(code, (codes.get(code) ?? 0) + 1);
      const fault = faultIn(got);
      if (fault) found.push(`${fault} · ${described(call)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const grown = heldMegabytes() - heldBefore;
  const told = Object.fromEntries([...codes].toSorted(([, one], [, other]) => other - one).slice(0, 10));
  process.stdout.write(
    `${mixed.length} calls, seed ${seed}: ${JSON.stringify(told)}, ${house.faults.length} lines, ${grown.toFixed(1)} MB\n`,
  );
  const lines = house.faults.map(({ msg, err, correlationId = '' }) => {
    const call = asked.get(correlationId);
    return `${msg}: ${err?.message?.slice(0, 300)}${call ? ` · ${described(call)}` : ''}`;
  });
  expect([...found, ...lines].slice(0, 30), `${found.length} answers, ${lines.length} lines`).toEqual([]);
  expect(grown).toBeLessThan(FLAT_MB);
});
