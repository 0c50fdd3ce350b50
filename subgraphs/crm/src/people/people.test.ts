import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { getNamedType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CREATE_CONTACT = 'mutation ($input: CreateContactInput!) { made: createContact(input: $input) { id version } }';
const UPDATE_CONTACT =
  'mutation ($id: ID!, $input: UpdateContactInput!) { made: updateContact(id: $id, input: $input) { id } }';
const CREATE_ACTIVITY =
  'mutation ($input: CreateActivityInput!) { made: createActivity(input: $input) { id version } }';
const UPDATE_ACTIVITY =
  'mutation ($id: ID!, $input: UpdateActivityInput!) { made: updateActivity(id: $id, input: $input) { id } }';
const COMPLETE =
  'mutation ($id: ID!, $next: CreateActivityInput) { made: completeActivity(id: $id, next: $next) { id } }';
const CREATE_NOTE = 'mutation ($input: CreateNoteInput!) { made: createNote(input: $input) { id version } }';
const UPDATE_NOTE = 'mutation ($id: ID!, $input: UpdateNoteInput!) { made: updateNote(id: $id, input: $input) { id } }';
const CREATE_PIPELINE =
  'mutation ($input: CreatePipelineInput!) { made: createPipeline(input: $input) { id version } }';
const CREATE_OPPORTUNITY =
  'mutation ($input: CreateOpportunityInput!) { made: createOpportunity(input: $input) { id version } }';
const UPDATE_OPPORTUNITY =
  'mutation ($id: ID!, $input: UpdateOpportunityInput!) { made: updateOpportunity(id: $id, input: $input) { id } }';

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenants.answer });
});
afterAll(() => testing.close());

interface Made {
  id: string;
  version: number;
}

const make = async (by: TestViewer, query: string, input: object): Promise<Made> =>
  (await by.run<{ made: Made }>(query, { input })).made;
const about = ({ viewer }: TestViewer) => ({ subject: { kind: 'TENANT', id: viewer.tenantId } });
const call = (by: TestViewer, more: object) => ({ ...about(by), type: 'CALL', title: 'Call', ...more });
const pipeline = (by: TestViewer) => make(by, CREATE_PIPELINE, { name: 'Catering' });
const mention = (userId: string) => `Ask @[Ada](user:${userId})`;

/** What takes a person, by where they stand; answers the refusal. */
const takers: Record<string, (by: TestViewer, userId: string) => Promise<object>> = {
  'createContact input.ownerId': (by, ownerId) => by.refusal(CREATE_CONTACT, { input: { name: 'Bea', ownerId } }),
  'updateContact input.ownerId': async (by, ownerId) => {
    const { id, version } = await make(by, CREATE_CONTACT, { name: 'Bea' });
    return by.refusal(UPDATE_CONTACT, { id, input: { version, ownerId } });
  },
  'createActivity input.assigneeId': (by, assigneeId) =>
    by.refusal(CREATE_ACTIVITY, { input: call(by, { assigneeId }) }),
  'updateActivity input.assigneeId': async (by, assigneeId) => {
    const { id, version } = await make(by, CREATE_ACTIVITY, call(by, {}));
    return by.refusal(UPDATE_ACTIVITY, { id, input: { version, assigneeId } });
  },
  'completeActivity next.assigneeId': async (by, assigneeId) => {
    const { id } = await make(by, CREATE_ACTIVITY, call(by, {}));
    return by.refusal(COMPLETE, { id, next: call(by, { assigneeId }) });
  },
  'createOpportunity input.ownerId': async (by, ownerId) =>
    by.refusal(CREATE_OPPORTUNITY, { input: { title: 'Wedding', pipelineId: (await pipeline(by)).id, ownerId } }),
  'updateOpportunity input.ownerId': async (by, ownerId) => {
    const pipelineId = (await pipeline(by)).id;
    const { id, version } = await make(by, CREATE_OPPORTUNITY, { title: 'Wedding', pipelineId });
    return by.refusal(UPDATE_OPPORTUNITY, { id, input: { version, ownerId } });
  },
  'createNote input.content': (by, userId) =>
    by.refusal(CREATE_NOTE, { input: { ...about(by), content: mention(userId) } }),
  'updateNote input.content': async (by, userId) => {
    const { id, version } = await make(by, CREATE_NOTE, { ...about(by), content: 'Ask somebody' });
    return by.refusal(UPDATE_NOTE, { id, input: { version, content: mention(userId) } });
  },
};

/** What takes one of the platform's staff, whom nobody of a tenant names; its own test tries that. */
const ofStaff = ['updateAccount input.ownerId'];

test('whatever takes a person is tried here', () => {
  const isPerson = (name: string): boolean => ['ownerId', 'assigneeId'].includes(name);
  const mutations = Object.values(testing.subgraph.schema.getMutationType()?.getFields() ?? {});
  const found = mutations.flatMap(({ name, args }) =>
    args.flatMap((arg) => {
      const type = getNamedType(arg.type);
      const fields = isInputObjectType(type) ? Object.keys(type.getFields()).filter(isPerson) : [];
      return [
        ...fields.map((field) => `${name} ${arg.name}.${field}`),
        ...(isPerson(arg.name) ? [`${name} ${arg.name}`] : []),
      ];
    }),
  );
  const mentions = Object.keys(takers).filter((name) => name.endsWith('.content'));
  expect(found.filter((name) => !ofStaff.includes(name)).toSorted()).toEqual(
    Object.keys(takers)
      .filter((name) => !mentions.includes(name))
      .toSorted(),
  );
});

test.each(Object.entries(takers))(
  '%s: somebody of another tenant, somebody without the scope and nobody at all are the same answer',
  async (where, refusalOf) => {
    const owner = testing.as(person('OWNER'));
    const [cook, stranger, nobody] = [person('KITCHEN').id, person('MANAGER').id, person('MANAGER').id];
    tenants.members.set(String(owner.viewer.tenantId), [{ id: cook, role: 'KITCHEN' }]);
    tenants.members.set(String(person('OWNER').tenantId), [{ id: stranger, role: 'MANAGER' }]);
    const answers = [];
    for (const each of [cook, stranger, nobody]) answers.push(await refusalOf(owner, each));
    const path = where.split(' ')[1]?.split('.');
    expect(answers[0]).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'MAY_NOT_READ', path });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  },
);
