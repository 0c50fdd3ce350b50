import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntryKind } from '@mycelium/crm/timeline/timeline-entry';
import { Allergen } from '@mycelium/restaurant/menu-item/allergen';
import { allergenNames, capitalizedAllergens } from '@mycelium/schema/allergens';
import { applications } from '@mycelium/schema/applications';
import { noticeGroups } from '@mycelium/schema/notice-groups';
import { noticeKinds } from '@mycelium/schema/notices';
import { roles } from '@mycelium/schema/role';
import { promisesOf, subgraphNames } from '@mycelium/schema/roster';
import { isForPeopleOnly } from '@mycelium/schema/scope';
import { wordsIn } from '@mycelium/signage/language/words';
import { words as account } from '@mycelium/web/account/words/en';
import { themes } from '@mycelium/web/crm/timeline/themes';
import { words as timeline } from '@mycelium/web/crm/timeline/words/en';
import { words as events } from '@mycelium/web/events/words/en';
import { words as people } from '@mycelium/web/people/words/en';
import { areas } from '@mycelium/web/shell/areas';
import { done as doneAnywhere } from '@mycelium/web/words/actions/en';
import { notices } from '@mycelium/web/words/notices/en';
import { refusal } from '@mycelium/web/words/refusals/en';
import { words as work } from '@mycelium/web/work/words/en';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Reasons that nobody meets in the console: its client handles them, or programs alone hear them. */
const withoutWords = new Set([
  'CURSOR_EXPIRED', // the client loads anew
  'TAKEN_AT_HOME', // heard by keys that pull
  ...['LAST_OWNER', 'CHANGED_SINCE', 'USED_SINCE'], // their pages have words of their own
]);

/** What a pattern finds in the sources of the subgraphs, each once. */
function saidInSubgraphs(pattern: RegExp): string[] {
  const files = globSync('subgraphs/*/src/**/*.ts', { cwd: root }).filter((file) => !/test|chaos|faults/.test(file));
  const found = files.flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(pattern)]);
  return [...new Set(found.map(([, said = '']) => said))];
}

test('every reason that a subgraph gives has words in the console', () => {
  const given = saidInSubgraphs(/reason: '([A-Z_]+)'/g);
  expect(given.length).toBeGreaterThan(20);
  const hasWords = (reason: string) => reason in refusal || `${reason}_other` in refusal;
  expect(given.filter((reason) => !hasWords(reason) && !withoutWords.has(reason))).toEqual([]);
});

test('every role and every application that each business has says in the console what it is for', () => {
  expect(Object.keys(people.people.about).toSorted()).toEqual([...roles].toSorted());
  expect(Object.keys(events.events.about).toSorted()).toEqual([...applications].toSorted());
});

test('every kind of entry of a timeline has words in the console, and is found by what it is about', () => {
  expect(Object.keys(timeline.said).toSorted()).toEqual(Object.keys(EntryKind).toSorted());
  expect(Object.values(themes).flat().toSorted()).toEqual(Object.keys(EntryKind).toSorted());
});

// What comes round by itself belongs to no tenant, and is on no page.
test('every kind of background work that a tenant has is called something in the console', () => {
  const kinds = saidInSubgraphs(/\btask\(\s*'([\w-]+)'/g);
  expect(kinds.length).toBeGreaterThan(5);
  expect(kinds.filter((kind) => !(kind in work.work.kind))).toEqual([]);
});

/** Rows that the platform writes beside what somebody does, and that have no entry in the log. */
const besideTheLog = new Set([
  'AuditEntry',
  'SystemLogEntry',
  'Notice',
  'TimelineEntry',
  'AccountDay',
  'SyncDifference',
  'SyncFailure',
]);

test('everything that the log can be about is called something in the console', async () => {
  const api = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'), { assumeValid: true });
  const rows = saidInSubgraphs(/@Entity\([\s\S]*?\nexport class (\w+)/g).filter((name) => api.getType(name));
  const nouns = [...rows, ...saidInSubgraphs(/\bnoun: '(\w+)'/g)].filter((noun) => !besideTheLog.has(noun));
  expect(nouns.length).toBeGreaterThan(25);
  const ofAreas = await Promise.all(areas.map(({ words }) => words.en()));
  const called = ofAreas.flatMap(({ told }) => Object.keys((told as { noun?: object } | undefined)?.noun ?? {}));
  expect(nouns.filter((noun) => !called.includes(noun))).toEqual([]);
});

/** What is not in the log: the bus and the screens say it themselves. */
const notInLog = new Set([
  ...['publishEvent', 'publishEvents', 'publishInterAppEvent', 'pullEvents'],
  ...['acknowledgeEvent', 'acknowledgeEvents', 'failEvent', 'heartbeat', 'reportStation'],
  // What somebody has read is their own affair.
  ...['readNotice', 'readAllNotices'],
]);

test('every action that can be in the log has words in the console', async () => {
  const ofAreas = await Promise.all(areas.map(({ words }) => words.en()));
  const done = Object.assign({}, doneAnywhere, ...ofAreas.map((each) => each.done));
  const api = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'), { assumeValid: true });
  const actions = Object.keys(api.getMutationType()?.getFields() ?? {});
  expect(actions.length).toBeGreaterThan(80);
  expect(actions.filter((action) => !(action in done) && !notInLog.has(action))).toEqual([]);
});

test('every scope that a key can have has words in its area of the console', async () => {
  const scopes = subgraphNames.flatMap((name) => Object.keys(promisesOf(name).permissions));
  const granted = scopes.filter((each) => !isForPeopleOnly(each));
  expect(granted.length).toBeGreaterThan(20);
  const ofAreas = await Promise.all(areas.map(({ words }) => words.en()));
  const named = ofAreas.flatMap(({ scopes: own = {} }) =>
    Object.entries(own).flatMap(([about, words]) => Object.keys(words).map((may) => `${about}:${may}`)),
  );
  const about = granted.map((scope) => scope.replace(/:.*/, ':about'));
  expect([...granted, ...about].filter((each) => !named.includes(each))).toEqual([]);
  expect(named.filter((each, index) => named.indexOf(each) !== index)).toEqual([]);
});

test('every kind of notice that a subgraph promises has words in the console, and every group a choice', () => {
  const kinds = [...noticeKinds.keys()].map((kind) => kind.replaceAll('.', '_'));
  expect(kinds.toSorted()).toEqual(Object.keys(notices.kind).toSorted());
  expect(Object.keys(account.me.email)).toEqual(Object.keys(noticeGroups));
});

test.each(['en', 'es', 'tr'] as const)(
  'every allergen of the graph has one name in %s, which board and console both say',
  async (language) => {
    expect(Object.keys(allergenNames[language])).toEqual(Object.keys(Allergen));
    expect(wordsIn(language).allergens).toBe(allergenNames[language]);
    const menu = areas.find(({ name }) => name === 'menu');
    const { words } = (await menu?.words[language]()) ?? {};
    expect(words).toMatchObject({ allergen: capitalizedAllergens(language) });
  },
);

test('what an allergen is called stands in one file alone, so that no page and no e-mail says another word', () => {
  const files = globSync('{subgraphs,clients}/*/src/**/*.{ts,tsx}', { cwd: root });
  const elsewhere = /mollus[ck]s|moluscos|yumuşakça|altramu|acı bakla|kuruyemiş|frutos secos/;
  expect(files.filter((file) => elsewhere.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

/** What is said of a letter, of somebody who is told, of what is made anew or good for a while, in place of plain words. */
const quaint =
  /\b(?:(?:is|are|was|were|be|been) told(?! apart)|told to|tells? (?:the|an?|what|all|of)|(?:an?|the|its|no|gets?|second|three) letters?|anew|for good|hand (?:this|it) back|any more|takes? note|taken note)\b/i;

test('the descriptions of the graph speak plainly', () => {
  const sdl = readFileSync(join(root, 'schema/api.graphql'), 'utf8');
  const descriptions = [...sdl.matchAll(/"""(.*?)"""/gs)].map(([, text = '']) => text.trim().replace(/\s+/g, ' '));
  expect(descriptions.length).toBeGreaterThan(1_000);
  expect(descriptions.filter((text) => quaint.test(text))).toEqual([]);
});
