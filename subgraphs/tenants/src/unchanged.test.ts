import { ref } from '@mikro-orm/core';
import type { TestViewer } from '@mycelium/kit/testing';
import { openToldSoFar, type ToldSoFar } from '@mycelium/kit/told-so-far.testing';
import { displayScopes, stationScopes } from '@mycelium/schema/permissions';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, type LoggedIn, openHouse } from '../test/house.ts';
import { Side, SyncConflict } from './conflict/conflict.ts';
import { Display } from './display/display.ts';
import { MenuBoard } from './menu-board/menu-board.ts';
import { Notice } from './notice/notice.ts';
import { Station, StationKind } from './station/station.ts';
import { TenantSync } from './sync/sync.ts';
import { SyncMode, SyncRun, SyncRunStatus } from './sync-run/sync-run.ts';

let house: House;
let owner: TestViewer & LoggedIn;
let screen: TestViewer;
let station: TestViewer;
let told: ToldSoFar;
const ids = {
  ...{ client: '', key: '', approved: '', rejected: '', service: '', sync: '', run: '', conflict: '' },
  ...{
    board: '',
    display: '',
    revoked: '',
    station: '',
    goneStation: '',
    invitation: '',
    member: '',
    session: '',
    notice: '',
  },
};
/** The one that the restaurant subgraph knows. */
const LOCATION = uuidv7();
const SMP = 'product: SMP, config: { baseUrl: "https://smp.example", account: "las-reinas" }, token: "a secret token"';
const DOCUMENT = '[{ text: "query Me { viewer { id } }", expiresAt: "2099-01-01T00:00:00Z" }]';

/** The first id in an answer. */
async function idOf(mutation: string): Promise<string> {
  return /"id":"([^"]+)"/.exec(JSON.stringify(await owner.run(`mutation { ${mutation} }`)))?.[1] ?? '';
}

beforeAll(async () => {
  house = await openHouse({ locations: [LOCATION] });
  owner = await house.enter('owner@las-reinas.test');
  told = await openToldSoFar(house.testing, 'tenants');
  const tenantId = house.ids.reinas;
  ids.client = await idOf('createApiClient(input: { name: "Partner", scopes: ["menu:read"] }) { id }');
  ids.key = await idOf(`createApiKey(clientId: "${ids.client}") { apiKey { id } }`);
  ids.approved = await idOf(
    `registerOperations(clientId: "${ids.client}", documents: [{ text: "query A { viewer { id } }" }]) { operation { id } }`,
  );
  ids.rejected = await idOf(
    `registerOperations(clientId: "${ids.client}", documents: [{ text: "query B { viewer { id } }" }]) { operation { id } }`,
  );
  ids.service = await idOf(`enableService(input: { ${SMP} }) { id }`);
  ids.invitation = await idOf('inviteMember(input: { email: "guest@example.test", role: STAFF }) { id }');
  const kitchen = await house.enter('kitchen@las-reinas.test');
  ids.session = String(kitchen.viewer.sessionId);
  await house.testing.subgraph.work(async ({ em }) => {
    const sync = await em.findOneOrFail(TenantSync, { tenantId });
    ids.sync = sync.id;
    const ended = { mode: SyncMode.DELTA, status: SyncRunStatus.CANCELLED, steps: [], correlationId: 'x' };
    ids.run = em.create(SyncRun, { tenantId, sync: ref(sync), actor: { kind: 'user', id: 'x' }, ...ended }).id;
    const sides = { local: { value: 'A' }, remote: { value: 'B' }, taken: Side.LOCAL };
    ids.conflict = em.create(SyncConflict, {
      tenantId,
      sync: ref(sync),
      localId: uuidv7(),
      field: 'name',
      ...sides,
    }).id;
    ids.board = em.create(MenuBoard, { tenantId, name: 'Board', sectionIds: [], languages: ['es'] }).id;
    const pairedAt = new Date();
    ids.display = em.create(Display, { tenantId, name: 'Left', pairedAt, lastSeenAt: pairedAt }).id;
    ids.revoked = em.create(Display, { tenantId, name: 'Right', pairedAt, lastSeenAt: pairedAt }).id;
    const till = { kind: StationKind.TILL, locationId: LOCATION, pairedAt };
    ids.station = em.create(Station, { tenantId, name: 'Till', ...till }).id;
    ids.goneStation = em.create(Station, { tenantId, name: 'Old till', ...till }).id;
    const kept = { kind: 'sync.failed', path: '/sync', values: {}, onceKey: 'once' };
    ids.notice = em.create(Notice, { tenantId, userId: owner.viewer.id, ...kept }).id;
    const [member] = await em.execute<{ id: string }[]>(
      `select m.id from tenants.membership m join tenants."user" u on u.id = m.user_id where u.email = 'manager@las-reinas.test'`,
    );
    ids.member = member?.id ?? '';
  });
  const scopes = stationScopes('TILL');
  station = house.testing.as({ kind: 'station', id: ids.station, tenantId, locationId: LOCATION, scopes });
  screen = house.testing.as({ kind: 'display', id: ids.display, tenantId, scopes: [...displayScopes] });
});
afterAll(async () => {
  told.close();
  await house.close();
});

/** As it is in the database. */
async function version(table: string, id: string): Promise<number> {
  const [row] = await house.testing.subgraph.work(({ em }) =>
    em.execute<{ version: number }[]>(`select version from tenants.${table} where id = ?`, [id]),
  );
  return row?.version ?? 0;
}

/** What changes something, and says the same again the second time. */
const updates: Record<string, () => string | Promise<string>> = {
  updateApiClient: async () =>
    `(id: "${ids.client}", input: { version: ${await version('api_client', ids.client)}, name: "Other", description: "Call Ana", scopes: ["menu:read"], application: "crm", limits: { perMinute: 5 } }) { version }`,
  suspendApiClient: () => `(id: "${ids.client}") { status }`,
  resumeApiClient: () => `(id: "${ids.client}") { status }`,
  revokeApiKey: () => `(id: "${ids.key}") { status }`,
  registerOperations: () => `(clientId: "${ids.client}", documents: ${DOCUMENT}) { documentId }`,
  approveOperations: () => `(ids: ["${ids.approved}"]) { status }`,
  rejectOperations: () => `(ids: ["${ids.rejected}"], reason: "Too much") { status }`,
  enableService: () => `(input: { ${SMP} }) { status }`,
  updateService: async () =>
    `(id: "${ids.service}", input: { version: ${await version('product_service', ids.service)}, status: PAUSED, token: "another token", config: { baseUrl: "https://smp.example", account: "other" } }) { status }`,
  disableService: async () =>
    `(id: "${ids.service}", version: ${await version('product_service', ids.service)}) { status }`,
  updateSyncConfig: async () =>
    `(id: "${ids.sync}", version: ${await version('tenant_sync', ids.sync)}, config: { confirmAbovePercent: 30 }) { version }`,
  reportSync: async () =>
    `(id: "${ids.sync}", input: { version: ${await version('tenant_sync', ids.sync)}, status: SYNCING }) { status }`,
  cancelSyncRun: () => `(id: "${ids.run}") { status }`,
  resolveConflict: () => `(id: "${ids.conflict}", take: LOCAL) { taken }`,
  updateDisplay: async () =>
    `(id: "${ids.display}", input: { version: ${await version('display', ids.display)}, name: "Door", boardId: "${ids.board}" }) { version }`,
  showBoard: async () =>
    `(displayId: "${ids.display}", version: ${await version('display', ids.display)}, boardId: "${ids.board}") { version }`,
  revokeDisplay: () => `(id: "${ids.revoked}") { status }`,
  updateStation: async () =>
    `(id: "${ids.station}", input: { version: ${await version('station', ids.station)}, name: "Bar" }) { version }`,
  revokeStation: () => `(id: "${ids.goneStation}") { status }`,
  unlockStation: () => `(id: "${ids.station}") { status }`,
  reportStation: () => '(input: { appVersion: "1", isSecure: true, waiting: 0 }) { id }',
  leaveStation: () => '{ id }',
  setPin: () => `(locationId: "${LOCATION}", pin: "4821") { id }`,
  heartbeat: () => '(input: { appVersion: "1", width: 1920, height: 1080 }) { id }',
  updateMenuBoard: async () =>
    `(id: "${ids.board}", input: { version: ${await version('menu_board', ids.board)}, name: "Lunch", columns: 2, soldOut: HIDE, languages: ["es", "en"], showCalories: true, showAllergens: true }) { version }`,
  inviteMember: () => '(input: { email: "guest@example.test", role: KITCHEN, name: "Ana" }) { id }',
  revokeInvitation: () => `(id: "${ids.invitation}") { status }`,
  updateMembership: async () =>
    `(id: "${ids.member}", input: { version: ${await version('membership', ids.member)}, role: AUDITOR }) { role }`,
  revokeMemberSessions: () => `(id: "${ids.member}")`,
  revokeOtherSessions: () => '',
  readNotice: () => `(id: "${ids.notice}") { readAt }`,
  readAllNotices: () => '',
  updatePreferences: () =>
    '(input: { language: "tr", timeZone: "Europe/Istanbul", emails: [{ group: SYNC, wanted: false }] }) { language }',
  logout: () => `(refreshToken: "${owner.refreshToken}")`,
};

/** Each time it is something new, or it comes once: what it does again is tested where it is done. */
const others = [
  ...['createApiClient', 'removeApiClient', 'createApiKey', 'rotateApiKey', 'removeOperations', 'createMenuBoard'],
  ...['removeMenuBoard', 'resendInvitation', 'acceptInvitation', 'requestPairing', 'claimPairing', 'pairDisplay'],
  ...['claimStation', 'pairStation', 'signWithPin', 'resetPin', 'pinHolder'],
  ...['requestPasswordReset', 'resetPassword', 'changePassword', 'login', 'refreshSession', 'switchTenant'],
  ...['rotateSigningKey', 'revokeSession', 'runSync', 'previewSync', 'retrySyncRun', 'confirmSyncRun', 'removeMember'],
  ...['createUpload', 'retryTask', 'cancelTask', 'pauseTasks', 'resumeTasks', 'steerTask'],
  ...['moveClock', 'resetClock'],
];

test('every mutation either says the same again here, or is something new each time', () => {
  const all = Object.keys(house.testing.subgraph.schema.getMutationType()?.getFields() ?? {});
  expect([...Object.keys(updates), ...others].toSorted()).toEqual(all.toSorted());
});

test.each(Object.keys(updates))(
  '%s with the values that there are tells nothing, and raises no version',
  async (name) => {
    if (name === 'reportSync') await owner.run(`mutation { enableService${await updates.enableService?.()} }`);
    const byThemselves: Record<string, TestViewer> = {
      heartbeat: screen,
      reportStation: station,
      leaveStation: station,
    };
    const run = async () => (byThemselves[name] ?? owner).run(`mutation { ${name}${await updates[name]?.()} }`);
    await run();
    const before = await told.read();
    await run();
    expect(await told.read()).toEqual(before);
  },
);

test('a session that has ended is ended once more, and nothing is told', async () => {
  const kitchen = await house.enter('kitchen@las-reinas.test');
  const end = `mutation { revokeSession(id: "${ids.session}") { id } }`;
  await kitchen.run(end);
  const before = await told.read();
  await kitchen.run(end);
  expect(await told.read()).toEqual(before);
});
