import { v7 as uuidv7 } from 'uuid';
import { BusProgram } from './bus-program.ts';
import type { Desk } from './desk.ts';
import { letSyncFail } from './failing-sync.ts';
import { planTable } from './plan-table.ts';
import type { Server } from './server.ts';
import { addRows } from './tenant.ts';

/** Gives a tenant that has a menu and a board one of each of the other things that have a page. */
export async function makeOneOfEach(server: Server, desk: Desk, owner: string): Promise<void> {
  await addRows(server, owner, 'display', ['Bar']);
  await pairTill(desk);
  await openOrder(desk);
  await countDrawer(desk);
  await addStation(desk);
  await letSyncFail(desk);
  await desk.ask('mutation { registerApplication(input: { name: "oven", description: "Bakes." }) { name } }', {});
  await desk.ask('mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }', {
    input: {
      ...{ name: 'dough.risen', description: 'The dough has risen.', source: 'ORDERING', targets: ['oven'] },
      payloadSchema: { type: 'object' },
    },
  });
  const oven = await BusProgram.make(server, 'oven', owner);
  await desk.publish('dough.risen', { temperature: 230 });
  await oven.failAll(1, 'The oven is cold.');
  await desk.publish('dough.risen', { temperature: 240 });
  await desk.ask('mutation { allocateCredits(application: "hr", amount: 7, idempotencyKey: "first") { id } }', {});
  const name = [{ locale: 'es', text: 'Desayuno' }];
  await desk.ask('mutation ($input: CreateModifierGroupInput!) { createModifierGroup(input: $input) { id } }', {
    input: { name },
  });
  await desk.ask('mutation ($input: CreateDayPartInput!) { createDayPart(input: $input) { id } }', {
    input: { name, days: ['MONDAY'], from: '07:00', to: '11:00' },
  });
  await desk.ask('mutation ($input: CreateTaxRuleInput!) { createTaxRule(input: $input) { id } }', {
    input: { name: 'IVA 16 %', rate: '0.16', inclusive: true },
  });
  const { createFloorArea } = await desk.ask<{ createFloorArea: { id: string } }>(
    'mutation ($input: CreateFloorAreaInput!) { createFloorArea(input: $input) { id } }',
    { input: { locationId: await firstLocation(desk), name: 'Terraza' } },
  );
  await desk.ask('mutation ($input: CreateTableInput!) { createTable(input: $input) { id } }', {
    input: { areaId: createFloorArea.id, name: 'T1', seats: 4, x: 100, y: 100 },
  });
  const { viewer } = await desk.ask<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }', {});
  await desk.ask('mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }', {
    input: {
      ...{ type: 'CALL', title: 'Llamar al molino', dueOn: '2099-12-01', assigneeId: viewer.user.id },
      subject: { kind: 'TENANT', id: desk.tenantId },
    },
  });
  await desk.ask(
    'mutation { createContact(input: { name: "Molino Real", phones: [{ value: "+522225550126" }] }) { id } }',
    {},
  );
  const { createContact } = await desk.ask<{ createContact: { id: string } }>(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }',
    {
      input: {
        name: 'Molino Real',
        company: 'Molino Real S.A.',
        tags: ['maíz'],
        phones: [{ value: '+52 222 555 0126' }],
      },
    },
  );
  const { createPipeline } = await desk.ask<{ createPipeline: { id: string } }>(
    'mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { id } }',
    {
      input: {
        name: 'Banquetes',
        stages: [
          { name: 'Cotizada', probability: 40 },
          { name: 'Ganada', kind: 'WON' },
          { name: 'Perdida', kind: 'LOST' },
        ],
      },
    },
  );
  await desk.ask('mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id } }', {
    input: {
      ...{ pipelineId: createPipeline.id, title: 'Boda de Renata', contactIds: [createContact.id], tags: ['boda'] },
      ...{ amount: { amount: 890_000, currency: 'USD' }, expectedClose: '2099-12-01' },
    },
  });
  await desk.ask('mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }', {
    input: { contactId: createContact.id, idempotencyKey: 'first' },
  });
  await planTable(server, desk, { name: 'address-book.csv', text: 'Name,Email\nIpek Işık,ipek@isik.example\n,\n' });
  await desk.ask('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
    input: { subject: { kind: 'TENANT', id: desk.tenantId }, content: 'Delivers on **Tuesdays**.' },
  });
  await desk.ask('mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }', {
    input: { url: 'https://example.com/hook', description: 'Who is on duty', eventTypes: ['alert.raised'] },
  });
}

async function addStation(desk: Desk): Promise<void> {
  await desk.ask('mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { id } }', {
    input: { locationId: await firstLocation(desk), name: 'Comal' },
  });
}

async function pairTill(desk: Desk): Promise<void> {
  const { requestPairing } = await desk.ask<{ requestPairing: { code: string } }>(
    'mutation { requestPairing(kind: TILL) { code } }',
    {},
  );
  await desk.ask(
    'mutation ($code: String!, $input: PairStationInput!) { pairStation(code: $code, input: $input) { id } }',
    {
      code: requestPairing.code,
      input: { kind: 'TILL', name: 'Caja', locationId: await firstLocation(desk) },
    },
  );
}

async function openOrder(desk: Desk): Promise<void> {
  await desk.ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
    input: { id: uuidv7(), locationId: await firstLocation(desk), channel: 'TAKEAWAY' },
  });
}

async function countDrawer(desk: Desk): Promise<void> {
  const { createDrawer } = await desk.ask<{ createDrawer: { id: string } }>(
    'mutation ($at: ID!) { createDrawer(locationId: $at, name: "Barra") { id } }',
    { at: await firstLocation(desk) },
  );
  const id = uuidv7();
  await desk.ask('mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { id } }', {
    input: { id, drawerId: createDrawer.id, float: 10_000 },
  });
  await desk.ask('mutation ($id: ID!, $counted: MoneyInput!) { closeCashSession(id: $id, counted: $counted) { id } }', {
    id,
    counted: { amount: 10_000, currency: 'MXN' },
  });
}

async function firstLocation(desk: Desk): Promise<string | undefined> {
  const { viewer } = await desk.ask<{ viewer: { tenant: { restaurants: { locations: { id: string }[] }[] } } }>(
    '{ viewer { tenant { restaurants { locations { id } } } } }',
    {},
  );
  return viewer.tenant.restaurants[0]?.locations[0]?.id;
}
