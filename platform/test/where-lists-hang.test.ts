import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLFieldMap, isObjectType, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { committedOperations } from '../src/operations-fit.ts';

const root = join(import.meta.dirname, '../..');
const api = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'));
const query = api.getQueryType()?.getFields() ?? {};
const tenant = fieldsOf('Tenant');

const REST = 'REST binds to it, whose path has the tenant.';
/** Why a field is asked at the root with a tenant's id; a list of a coming noun has no line here, and hangs on its tenant. */
const bound: Record<string, string> = {
  auditEntries: REST,
  contacts: REST,
  exportContacts: REST,
  searchCrm: REST,
  activities: REST,
  notes: REST,
  timeline: REST,
  checkTimeline: REST,
  duplicates: REST,
  imports: REST,
  partners: REST,
  pipelines: REST,
  opportunities: REST,
  forecast: REST,
  syncRuns: REST,
  syncHealthReport: REST,
  interAppHealthReport: REST,
  communicationMatrixReport: REST,
  unacknowledgedEventsReport: REST,
  products:
    'Other products read the menu flat; the sync asks it of the restaurant subgraph, which knows no viewer’s tenant.',
  categories: 'Other products read the menu flat, as products.',
  tenantSync: 'A product finds its own sync by its name; null where it has none.',
  queues: 'The staff of the platform asks for all tenants, or for another one.',
  quarantine: 'Without a tenant it is what belongs to none, for the staff of the platform.',
};

const ofTenants = Object.values(query).filter(({ args }) => args.some(({ name }) => name === 'tenantId'));
const asked = fieldsAsked([...committedOperations().values()].flatMap((documents) => Object.values(documents)));
const askedOverRest = fieldsAsked(
  globSync('schema/rest/*.graphql', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8')),
);

function fieldsOf(name: string): GraphQLFieldMap<unknown, unknown> {
  const type = api.getType(name);
  return isObjectType(type) ? type.getFields() : {};
}

/** The fields that operations ask with a tenant's id. */
function fieldsAsked(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts)
    visit(parse(text), {
      Field: ({ name, arguments: given }) => {
        if (given?.some((each) => each.name.value === 'tenantId')) found.add(name.value);
      },
    });
  return found;
}

test.each(ofTenants)('$name is asked at the root for a reason', ({ name, type, args, deprecationReason }) => {
  if (!deprecationReason) {
    expect(bound, 'Let it hang on its tenant, or say here who binds to it.').toHaveProperty(name);
    if (bound[name] === REST) expect(askedOverRest).toContain(name);
    return;
  }
  const [, place = ''] = /`viewer \{ tenant \{ (\w+) \} \}`/.exec(deprecationReason) ?? [];
  const field = tenant[place];
  expect([String(field?.type), field?.args.map(String)]).toEqual([
    String(type),
    args.filter(({ name: arg }) => arg !== 'tenantId').map(String),
  ]);
  expect(asked, 'Nobody asks for it any more: take it out of atRoot.').toContain(name);
});

test('no reason is left of a field that is gone', () => {
  const names = ofTenants.map(({ name }) => name);
  for (const name of Object.keys(bound)) expect(names).toContain(name);
});
