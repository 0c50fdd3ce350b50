import { v7 as uuidv7 } from 'uuid';
import { TestClient } from './client.ts';
import { conflictOf, noticeOf, storedEventOf, taskOf, troubleOf } from './furniture-rows.ts';

/** One of each thing that a tenant can have, by its id. */
export interface Furniture {
  tenant: string;
  menu: string;
  section: string;
  item: string;
  modifierGroup: string;
  modifierOption: string;
  dayPart: string;
  priceChange: string;
  itemAtLocation: string;
  board: string;
  display: string;
  pairing: string;
  restaurant: string;
  location: string;
  venue: string;
  taxRule: string;
  order: string;
  orderLine: string;
  payment: string;
  drawer: string;
  spareDrawer: string;
  zReport: string;
  promised: string;
  cashSession: string;
  floorArea: string;
  table: string;
  party: string;
  kitchenStation: string;
  kitchenTicket: string;
  station: string;
  client: string;
  key: string;
  operation: string;
  invitation: string;
  membership: string;
  session: string;
  service: string;
  sync: string;
  run: string;
  conflict: string;
  notice: string;
  event: string;
  storedEvent: string;
  eventJob: string;
  task: string;
  endpoint: string;
  attempt: string;
  alert: string;
  quarantined: string;
  setAside: string;
  contact: string;
  activity: string;
  partner: string;
  note: string;
  tag: string;
  savedView: string;
  otherTag: string;
  twin: string;
  /** A contact that nothing is done to. */
  spare: string;
  duplicate: string;
  merge: string;
  pipeline: string;
  stage: string;
  opportunity: string;
  upload: string;
  import: string;
}

interface Sellable {
  id: string;
  available: boolean;
  modifierGroups: unknown[];
  dayParts: unknown[];
}

/** Whether it is sold at any hour, with nothing to choose. */
const isPlain = ({ available, modifierGroups, dayParts }: Sellable) =>
  available && modifierGroups.length === 0 && dayParts.length === 0;

interface Found {
  viewer: {
    id: string;
    sessions: { edges: { node: { id: string } }[] };
    tenant: {
      id: string;
      menus: { id: string; sections: { id: string; items: Sellable[] }[] }[];
      modifierGroups: { id: string; options: { id: string }[] }[];
      dayParts: { id: string }[];
      menuBoards: { edges: { node: { id: string } }[] };
      members: { edges: { node: { id: string; role: string } }[] };
      apiClients: {
        edges: { node: { id: string; keys: { id: string }[]; operations: { edges: { node: { id: string } }[] } } }[];
      };
      services: { id: string }[];
      syncs: { id: string }[];
      restaurants: { id: string; locations: { id: string }[] }[];
      venues: { edges: { node: { id: string } }[] };
    };
  };
}

const LOOK = `{ viewer {
  id
  sessions(first: 1) { edges { node { id } } }
  tenant {
    id
    menus { id sections { id items { id available modifierGroups { id } dayParts { id } } } }
    modifierGroups { id options { id } }
    dayParts { id }
    menuBoards(first: 1) { edges { node { id } } }
    members(first: 5) { edges { node { id role } } }
    apiClients(first: 1) { edges { node { id keys { id } operations(first: 1) { edges { node { id } } } } } }
    services { id }
    syncs { id }
    restaurants { id locations { id } }
    venues(first: 1) { edges { node { id } } }
  }
} }`;

/** The ids of what a mutation made, by their aliases. */
async function idsOf<Name extends string>(
  owner: TestClient,
  mutation: string,
  variables: Record<string, unknown>,
): Promise<Record<Name, string>> {
  const made = await owner.run<Record<Name, { id: string }>>(mutation, variables);
  return Object.fromEntries(Object.entries<{ id: string }>(made).map(([name, { id }]) => [name, id])) as Record<
    Name,
    string
  >;
}

/** Sees that the owner's tenant has one of each. */
export async function furnish(owner: TestClient, postgresUrl: string): Promise<Furniture> {
  await owner.run(
    `mutation { enableService(input: { product: SMP, config: { baseUrl: "https://smp.example.test", account: "x" } }) { id } }`,
  );
  const { viewer } = await owner.run<Found>(LOOK);
  const { tenant } = viewer;
  const [menu] = tenant.menus;
  const [section] = menu?.sections ?? [];
  const [client] = tenant.apiClients.edges;
  const t = tenant.id;

  const screen = new TestClient(owner.url);
  const { requestPairing } = await screen.run<{ requestPairing: { id: string; code: string } }>(
    'mutation { requestPairing { id code } }',
  );
  const { pairDisplay } = await owner.run<{ pairDisplay: { id: string } }>(
    'mutation ($code: String!) { pairDisplay(code: $code, input: { name: "Counter" }) { id } }',
    { code: requestPairing.code },
  );
  const { requestPairing: waiting } = await screen.run<{ requestPairing: { code: string } }>(
    'mutation { requestPairing(kind: TILL) { code } }',
  );
  const location = tenant.restaurants[0]?.locations[0]?.id ?? '';
  const { pairStation } = await owner.run<{ pairStation: { id: string } }>(
    'mutation ($code: String!, $input: PairStationInput!) { pairStation(code: $code, input: $input) { id } }',
    { code: waiting.code, input: { kind: 'TILL', name: 'Till', locationId: location } },
  );
  const { createTaxRule } = await owner.run<{ createTaxRule: { id: string } }>(
    'mutation { createTaxRule(input: { name: "Sales tax", rate: "0.095", inclusive: false }) { id } }',
  );
  const plain = menu?.sections.flatMap(({ items }) => items).find(isPlain);
  const [order, orderLine] = [uuidv7(), uuidv7()];
  await owner.run('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
    input: { id: order, locationId: location, channel: 'DINE_IN' },
  });
  await owner.run(
    'mutation ($of: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $of, lines: $lines) { id } }',
    {
      ...{ of: order, lines: [{ id: orderLine, itemId: plain?.id }] },
    },
  );
  await owner.run('mutation ($at: ID!) { setPin(locationId: $at, pin: "2749") { __typename } }', { at: location });
  const payment = uuidv7();
  await owner.run('mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { id } }', {
    input: { id: payment, orderId: order, amount: 1, kind: 'VOUCHER' },
  });
  const promised = uuidv7();
  await owner.run('mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { id } }', {
    input: { id: promised, orderId: order, amount: 1, kind: 'OTHER', captured: false },
  });
  const { drawer } = await idsOf<'drawer'>(
    owner,
    `mutation ($at: ID!) { drawer: createDrawer(locationId: $at, name: "Counter") { id } }`,
    { at: location },
  );
  const { spareDrawer } = await idsOf<'spareDrawer'>(
    owner,
    `mutation ($at: ID!) { spareDrawer: createDrawer(locationId: $at, name: "Spare") { id } }`,
    { at: location },
  );
  const OPEN = 'mutation ($input: OpenCashSessionInput!) { cashSession: openCashSession(input: $input) { id } }';
  const openSession = () => idsOf<'cashSession'>(owner, OPEN, { input: { id: uuidv7(), drawerId: drawer, float: 0 } });
  const { cashSession: closed } = await openSession();
  const { zReport } = await idsOf<'zReport'>(
    owner,
    'mutation ($of: ID!, $counted: MoneyInput!) { zReport: closeCashSession(id: $of, counted: $counted) { id } }',
    {
      ...{ of: closed, counted: { amount: 0, currency: 'USD' } },
    },
  );
  const { cashSession } = await openSession();
  await owner.run('mutation ($input: CashMovementInput!) { paidIn(input: $input) { id } }', {
    input: { id: uuidv7(), sessionId: cashSession, amount: 1, reason: 'change' },
  });
  await owner.run('mutation ($input: RefundInput!) { refund(input: $input) { id } }', {
    input: { id: uuidv7(), orderId: order, amount: 1, reason: 'cold' },
  });
  const { floorArea } = await idsOf<'floorArea'>(
    owner,
    'mutation ($input: CreateFloorAreaInput!) { floorArea: createFloorArea(input: $input) { id } }',
    { input: { locationId: location, name: 'Salon' } },
  );
  const { table } = await idsOf<'table'>(
    owner,
    'mutation ($input: CreateTableInput!) { table: createTable(input: $input) { id } }',
    { input: { areaId: floorArea, name: 'Esquina', seats: 4, x: 0, y: 0 } },
  );
  const { party } = await idsOf<'party'>(
    owner,
    'mutation ($input: JoinWaitlistInput!) { party: joinWaitlist(input: $input) { id } }',
    { input: { locationId: location, name: 'Renata', phone: '+1 323 555 0142', size: 2, quotedMinutes: 15 } },
  );
  const { kitchenStation } = await idsOf<'kitchenStation'>(
    owner,
    'mutation ($input: CreateKitchenStationInput!) { kitchenStation: createKitchenStation(input: $input) { id } }',
    { input: { locationId: location, name: 'Grill' } },
  );
  await owner.run('mutation ($id: ID!) { placeOrder(id: $id) { id } }', { id: order });
  const { kitchenTickets } = await owner.run<{ kitchenTickets: [{ id: string }] }>(
    'query ($at: ID!) { kitchenTickets(locationId: $at) { id } }',
    { at: location },
  );
  const [{ id: kitchenTicket }] = kitchenTickets;
  await owner.run(
    'mutation ($of: ID!, $item: ID!) { setKitchenRoutes(stationId: $of, routes: [{ itemId: $item }]) { id } }',
    {
      ...{ of: kitchenStation, item: plain?.id },
    },
  );
  const { setMenuItemAtLocation } = await owner.run<{ setMenuItemAtLocation: { id: string } }>(
    'mutation ($input: MenuItemAtLocationInput!) { setMenuItemAtLocation(input: $input) { id } }',
    { input: { itemId: section?.items[0]?.id, locationId: location, hidden: false } },
  );
  const { planPriceChange } = await owner.run<{ planPriceChange: { id: string } }>(
    'mutation ($input: PlanPriceChangeInput!) { planPriceChange(input: $input) { id } }',
    {
      input: { itemId: section?.items[0]?.id, price: { amount: 1, currency: 'USD' }, from: '2099-01-01T06:00' },
    },
  );
  const { inviteMember } = await owner.run<{ inviteMember: { id: string } }>(
    'mutation { inviteMember(input: { email: "new@example.test", role: STAFF }) { id } }',
  );
  const { runSync } = await owner.run<{ runSync: { id: string } }>(
    'mutation ($t: ID!) { runSync(tenantId: $t, product: SMP) { id } }',
    { t },
  );
  await owner.run('mutation ($input: RegisterApplicationInput!) { registerApplication(input: $input) { name } }', {
    input: { name: 'kitchen_robot', description: 'Watches the ovens.' },
  });
  const { publishEvent } = await owner.run<{ publishEvent: { eventId: string } }>(
    'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }',
    { input: { eventType: 'config.updated', payload: { key: 'theme' }, targets: ['hr', 'crm'] } },
  );
  await owner.run('mutation { allocateCredits(application: "crm", amount: 5, idempotencyKey: "furniture") { id } }');
  await owner.run('mutation ($t: ID!) { reconcileEvents(tenantId: $t) { id } }', { t });
  await owner.run('mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }', {
    input: {
      eventType: 'maintenance.scheduled',
      payload: { title: 'Oven', startsAt: '2026-12-01T00:00:00Z', endsAt: '2036-12-01T00:00:00Z' },
    },
  });
  const { startEventJob } = await owner.run<{ startEventJob: { id: string } }>(
    'mutation { startEventJob(action: RETRY, filter: { type: "nothing" }) { id } }',
  );
  const { createWebhookEndpoint } = await owner.run<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input: { url: 'https://example.test/told', eventTypes: ['user.created'] } },
  );
  const { createContact } = await owner.run<{ createContact: { id: string } }>(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }',
    {
      input: {
        name: 'Proveedora del Valle',
        birthday: '1980-03-09',
        references: [{ system: 'hubspot', id: '17' }],
        mails: [{ value: 'valle@example.test' }],
        phones: [{ value: '+522225550126' }],
        addresses: [{ city: 'Puebla' }],
      },
    },
  );
  const { createActivity } = await owner.run<{ createActivity: { id: string } }>(
    'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }',
    { input: { type: 'CALL', title: 'Ask for the harvest', subject: { kind: 'CONTACT', id: createContact.id } } },
  );
  const { createNote } = await owner.run<{ createNote: { id: string } }>(
    'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }',
    {
      input: {
        subject: { kind: 'CONTACT', id: createContact.id },
        content: 'Delivers on Tuesdays.',
        tags: ['maíz', 'harina'],
      },
    },
  );
  const { viewer: tagged } = await owner.run<{
    viewer: { tenant: { crmTags: { edges: { node: { id: string } }[] } } };
  }>('{ viewer { tenant { crmTags { edges { node { id } } } } } }');
  const { createView } = await owner.run<{ createView: { id: string } }>(
    'mutation { createView(input: { list: CONTACTS, name: "Maize", query: "tag=maíz", isShared: true }) { id } }',
  );
  const [tag, otherTag] = tagged.tenant.crmTags.edges.map(({ node }) => node.id);
  const { createContact: twin } = await owner.run<{
    createContact: { id: string; duplicates: { id: string }[] };
  }>(
    'mutation { createContact(input: { name: "Proveedora  del Valle", mails: [{ value: "valle@example.test" }] }) { id duplicates { id } } }',
  );
  const { registerPartner } = await owner.run<{ registerPartner: { id: string } }>(
    'mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }',
    { input: { contactId: createContact.id, idempotencyKey: 'furniture' } },
  );
  await owner.run(
    'mutation ($of: ID!, $amount: MoneyInput!) { completeReferral(partnerId: $of, amount: $amount, idempotencyKey: "furniture") { id } }',
    { of: registerPartner.id, amount: { amount: 5000, currency: 'MXN' } },
  );
  const { other } = await owner.run<{ other: { id: string } }>(
    'mutation { other: createContact(input: { name: "Horno Dos" }) { id } }',
  );
  const { spare } = await owner.run<{ spare: { id: string } }>(
    'mutation { spare: createContact(input: { name: "Comal Tres" }) { id } }',
  );
  const { mergeContacts } = await owner.run<{ mergeContacts: { id: string } }>(
    'mutation ($one: ID!, $other: ID!) { mergeContacts(primaryId: $one, otherIds: [$other]) { id } }',
    { one: createContact.id, other: other.id },
  );
  await owner.run('mutation { createCalendarFeed { id } }');
  const { createPipeline } = await owner.run<{ createPipeline: { id: string; stages: { id: string }[] } }>(
    'mutation { createPipeline(input: { name: "Catering" }) { id stages { id } } }',
  );
  const { createOpportunity } = await owner.run<{ createOpportunity: { id: string } }>(
    'mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id } }',
    {
      input: {
        ...{ pipelineId: createPipeline.id, title: 'Wedding', contactIds: [createContact.id] },
        ...{ amount: { amount: 500_000, currency: 'MXN' }, expectedClose: '2036-12-01' },
      },
    },
  );
  const upload = await uploadTable(owner, 'Name,E-mail\r\nMolino Dos,dos@example.test\r\nHorno Tres,no address\r\n');
  const { planImport } = await owner.run<{ planImport: { id: string } }>(
    'mutation ($upload: ID!) { planImport(uploadId: $upload) { id } }',
    { upload },
  );
  const endpoint = createWebhookEndpoint.endpoint.id;
  const sync = id(tenant.syncs[0]);
  return {
    tenant: t,
    contact: createContact.id,
    activity: createActivity.id,
    partner: registerPartner.id,
    note: createNote.id,
    tag: String(tag),
    savedView: createView.id,
    otherTag: String(otherTag),
    twin: twin.id,
    spare: spare.id,
    duplicate: id(twin.duplicates[0]),
    merge: mergeContacts.id,
    pipeline: createPipeline.id,
    stage: id(createPipeline.stages[1]),
    opportunity: createOpportunity.id,
    upload,
    import: planImport.id,
    event: publishEvent.eventId,
    storedEvent: await storedEventOf(t, postgresUrl),
    eventJob: startEventJob.id,
    task: await taskOf(t, postgresUrl),
    menu: id(menu),
    section: id(section),
    item: id(section?.items[0]),
    modifierGroup: id(tenant.modifierGroups[0]),
    modifierOption: id(tenant.modifierGroups[0]?.options[0]),
    dayPart: id(tenant.dayParts[0]),
    priceChange: planPriceChange.id,
    itemAtLocation: setMenuItemAtLocation.id,
    board: id(tenant.menuBoards.edges[0]?.node),
    display: pairDisplay.id,
    restaurant: id(tenant.restaurants[0]),
    location,
    venue: id(tenant.venues.edges[0]?.node),
    taxRule: createTaxRule.id,
    ...{ order, orderLine, payment, promised, drawer, spareDrawer, cashSession, zReport },
    ...{ floorArea, table, party, kitchenStation, kitchenTicket },
    station: pairStation.id,
    pairing: requestPairing.id,
    client: id(client?.node),
    key: id(client?.node.keys[0]),
    operation: id(client?.node.operations.edges[0]?.node),
    invitation: inviteMember.id,
    membership: id(tenant.members.edges.find(({ node }) => node.role === 'KITCHEN')?.node),
    session: id(viewer.sessions.edges[0]?.node),
    service: id(tenant.services[0]),
    sync,
    run: runSync.id,
    endpoint,
    ...(await troubleOf(t, endpoint, postgresUrl)),
    notice: await noticeOf(t, viewer.id, postgresUrl),
    conflict: await conflictOf(t, sync, id(section?.items[0]), postgresUrl),
  };
}

function id(thing: { id: string } | undefined): string {
  if (!thing) throw new Error('The demo lacks something.');
  return thing.id;
}

async function uploadTable(owner: TestClient, csv: string): Promise<string> {
  const { createUpload } = await owner.run<{ createUpload: { id: string; url: string } }>(
    'mutation ($bytes: Int!) { createUpload(purpose: TABLE, name: "proveedores.csv", type: "text/csv", bytes: $bytes) { id url } }',
    { bytes: Buffer.byteLength(csv) },
  );
  const request = { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: csv };
  const { ok, status } = await fetch(`${owner.url}${createUpload.url}`, request);
  if (!ok) throw new Error(`The upload was answered by ${status}.`);
  return createUpload.id;
}
