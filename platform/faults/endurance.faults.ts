import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from '../e2e/server.ts';
import { logIn } from '../test/client.ts';
import { furnish } from '../test/furnish.ts';
import { operationOf } from '../test/root-field.ts';
import { belongingsOf } from './belongings.ts';
import { callsOf, rootFields } from './calls.ts';
import { minutes, seed } from './env.ts';
import { asJson } from './hostile-values.ts';
import { keepLedger, keepMenu } from './ledgers.ts';
import { debuggable, heldMegabytesOf } from './memory.ts';
import { patientClient, pause, pidOf, postgresUrlOf, startPlatform, whenReady } from './platform-under-test.ts';
import { codesOf, faultIn } from './verdict.ts';

const ATTACKERS = 2;
const READY_WITHIN_MS = 60_000;
/** Caches fill, up to their limits; beyond that, what was asked leaves nothing behind. */
const MAY_GROW_MB = 40;
const emails: Record<string, string> = {
  owner: 'owner@las-reinas.test',
  admin: 'admin@mycelium.test',
  kitchen: 'kitchen@las-reinas.test',
};

let server: Server;
beforeAll(async () => {
  server = await startPlatform(debuggable);
}, 180_000);
afterAll(() => server?.stop());

/** What was seen while it was attacked and its servers were killed. */
const seen = {
  asked: 0,
  unavailable: 0,
  strangers: 0,
  faults: [] as string[],
  foreign: [] as string[],
  revived: [] as string[],
};
let isOver = false;

/** Asks anything as anybody, again and again, each time with other values. */
async function attack(number: number, things: Record<string, string>): Promise<void> {
  const tokens = new Map<string, string | undefined>();
  for (let round = 0; !isOver; round += 1) {
    const calls = callsOf({ things, texts: [] }, { seed: seed + round * 1_000 + number, each: 1 });
    for (const { who, name, query, variables, kind } of calls) {
      if (isOver) return;
      if (kind === 'subscription') continue;
      const email = emails[who];
      if (email && !tokens.get(who))
        tokens.set(
          who,
          await logIn(server.url, email).then(
            (by) => by.token,
            () => undefined,
          ),
        );
      const token = tokens.get(who);
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: asJson({ query, variables }),
      }).catch(() => undefined);
      const got = response && { status: response.status, text: await response.text().catch(() => '') };
      // Nobody answers while it starts again; what is cut off says nothing.
      if (!got?.text) {
        seen.unavailable += 1;
        await pause(100);
        continue;
      }
      seen.asked += 1;
      if (codesOf(got).includes('UNAUTHENTICATED')) tokens.delete(who);
      if (got.status === 503 && codesOf(got).includes('UNAVAILABLE')) seen.unavailable += 1;
      else {
        const fault = faultIn(got);
        if (fault) seen.faults.push(`${fault} · ${who} · ${name} · ${asJson(variables).slice(0, 300)}`);
      }
    }
  }
}

/** Asks, as the owner of another tenant, for what is Las Reinas's. */
async function pry(ids: Set<string>): Promise<void> {
  const ask = patientClient(server, 'owner@el-farolito.test');
  const taking = rootFields.filter(
    ({ kind, field }) => kind === 'query' && field.args.some(({ name }) => /^id$|Id$/.test(name)),
  );
  while (!isOver) {
    for (const id of ids) {
      for (const { kind, field } of taking) {
        if (isOver) return;
        const argument = field.args.find(({ name }) => /^id$|Id$/.test(name))?.name ?? 'id';
        const given = { [argument]: id };
        const answer = await ask<unknown>(operationOf(kind, field, given, 2), given).catch(() => null);
        seen.strangers += 1;
        for (const other of JSON.stringify(answer).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])
          if (other !== id && ids.has(other)) seen.foreign.push(`${field.name}(${id}) tells ${other}`);
      }
    }
  }
}

/** SIGKILL to one of its processes; then everything is there again, by itself. */
async function killAndWait(which: 'redis' | 'postgres' | 'main'): Promise<void> {
  const pid = pidOf(server, which);
  process.kill(pid, 'SIGKILL');
  await pause(500);
  if (which === 'main' && server.hasEnded) await server.start();
  const ms = await whenReady(server, READY_WITHIN_MS);
  seen.revived.push(`${which} after ${ms + 500} ms`);
}

test('under attack and over kills nothing is lost, doubled or shown to others, and nothing fails through our fault', async () => {
  const owner = await logIn(server.url, 'owner@las-reinas.test');
  const furniture = await furnish(owner, await postgresUrlOf(server));
  const theirs = await belongingsOf(owner, furniture.tenant, furniture);
  const other = await logIn(server.url, 'owner@el-farolito.test');
  const { viewer } = await other.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  const shared = await belongingsOf(other, viewer.tenant.id);
  const ids = new Set([...theirs.ids].filter((id) => !shared.ids.has(id)));

  const ask = patientClient(server, 'owner@el-farolito.test');
  const [ledger, menu] = [await keepLedger(ask), await keepMenu(server, ask)];
  const attacks = [...Array.from({ length: ATTACKERS }, (_, number) => attack(number, { ...furniture })), pry(ids)];
  const quarter = (minutes * 60_000) / 4;
  for (const which of ['redis', 'postgres', 'main'] as const) {
    await pause(quarter);
    await killAndWait(which);
  }
  const main = pidOf(server, 'main');
  await pause(quarter / 4);
  const held = await heldMegabytesOf(server, main);
  await pause((quarter * 3) / 4);
  isOver = true;
  await Promise.all(attacks);
  await Promise.all([ledger.close(), menu.close()]);

  const heldAtLast = await heldMegabytesOf(server, main);

  const lost = [...ledger.published.values()].filter((id) => !ledger.processed.has(id));
  const ledgers = `${ledger.published.size} events, ${menu.created.length} menu items`;
  const line = `${seen.asked} attacks, ${seen.strangers} prying questions, ${seen.unavailable} UNAVAILABLE, ${ledgers}; back: ${seen.revived.join(', ')}`;
  process.stdout.write(`${line}; ${held.toFixed(0)} MB held, then ${heldAtLast.toFixed(0)} MB\n`);
  expect(seen.faults.slice(0, 20), `${seen.faults.length} faults`).toEqual([]);
  expect(seen.foreign).toEqual([]);
  expect(lost).toEqual([]);
  expect(ledger.doubled).toEqual([]);
  expect(new Set(ledger.published.values()).size).toBe(ledger.published.size);
  expect(menu.heard).toEqual(menu.created);
  expect(pidOf(server, 'main')).toBe(main);
  expect(heldAtLast - held).toBeLessThan(MAY_GROW_MB);
  const faultLines = server.output
    .split('\n')
    .filter((each) => /a field failed|a request failed|uncaught|an error without a code/.test(each));
  expect(faultLines.slice(0, 5), `${faultLines.length} lines`).toEqual([]);
});
