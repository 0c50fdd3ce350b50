import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areas } from '../shell/areas.ts';
import { stationWords } from '../station/words.ts';
import { inOneTree, type Spoken, type WordFiles } from './words.ts';

type Tree = { readonly [name: string]: string | Tree };

const core: WordFiles = { en: () => import('./en.ts'), es: () => import('./es.ts'), tr: () => import('./tr.ts') };
const namespaces = [{ name: 'every page', words: core }, { name: 'stations', words: stationWords }, ...areas];

async function treeOf(load: () => Promise<Spoken>): Promise<Tree> {
  return inOneTree(await load()) as Tree;
}

function textsOf(tree: Tree, under = ''): Map<string, string> {
  const texts = Object.entries(tree).flatMap(([name, text]) =>
    typeof text === 'string' ? [[under + name, text] as const] : [...textsOf(text, `${under}${name}.`)],
  );
  return new Map(texts);
}

/** What stands for a number in a text. */
const NUMBER =
  /\{\{(?:count|number|value|limit|balance|amount|items|removed|zeroed|seconds|minutes|hours|days|times|events|channels|screens|conflicts|changes|known|refused|imported|failed|done|total|credits)\}\}/;

/** Texts with a number of which no word agrees with it: it follows a colon, stands in parentheses, is a figure of its own or has a unit. */
const withoutPlural = [
  // One of so many, and figures side by side.
  ...['analytics.ofEnded', 'analytics.lost', 'events.totals', 'events.lastHour', 'events.jobDone', 'events.jobLeft'],
  ...['events.attempt', 'events.triedAt', 'events.triedNow', 'work.attempt', 'run.attempts', 'log.chosen'],
  ...['board.sectionPlaced', 'credits.after', 'bus.imported', 'bus.importedInPart', 'log.changed'],
  ...['seen', 'created', 'updated', 'removed', 'zeroed', 'conflicts', 'failed'].map((step) => `step.${step}`),
  // With a unit, or after a colon.
  ...['timeline.said.CREDIT_ALLOCATED', 'timeline.said.CREDIT_CONSUMED'],
  ...['MUCH_TAKEN_AWAY', 'ITEMS_FAILED', 'NO_ANSWER', 'PAUSE_ASKED'].map((code) => `syncReason.${code}`),
  ...[
    'SCREENS_ONLINE',
    'SCREENS_OFFLINE',
    'CHANGES_WAIT',
    'MENU',
    'SERVICES',
    'SYNCS_FAILED',
    'EVENTS_FLOW',
    'EVENTS_FAIL',
  ].map((code) => `health.code.${code}`),
  ...['SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'WEBHOOK_FULL', 'SYNC_FAILED'].map(
    (kind) => `events.alertFound.${kind}`,
  ),
  'events.foundThen',
  // Money with its currency, and a number by which a thing is called.
  ...['order', 'dueIs', 'changeIs', 'stillDue', 'withTip'].map((text) => `till.${text}`),
  ...['openedWith', 'wasNoted', 'times', 'closeWith', 'short', 'over', 'whyShort', 'whyOver', 'zOf'].map(
    (text) => `cash.${text}`,
  ),
  'cash.openingDifference',
  // A bound, without what it counts.
  ...['TOO_FEW', 'TOO_MANY', 'TOO_SMALL', 'TOO_LARGE', 'NOT_ABOVE', 'FULL', 'NOT_EMPTY', 'HAS_TABLES'].map(
    (reason) => `refusal.${reason}`,
  ),
];

const variablesOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

describe.each(namespaces)('the words of $name', ({ words: files }) => {
  test.each(['es', 'tr'] as const)(
    'say in %s everything that English says, and name the same facts',
    async (language) => {
      const english = textsOf(await treeOf(files.en));
      const texts = textsOf(await treeOf(files[language]));
      expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      const differing = [...texts].filter(([key, text]) => {
        const original = english.get(key) ?? '';
        // One of something may be said without its number.
        const isOne = key.endsWith('_one') || key.endsWith('_zero');
        return !isOne && variablesOf(text).join() !== variablesOf(original).join();
      });
      expect(differing).toEqual([]);
      const empty = [...texts].filter(([key, text]) => (text === '') !== (english.get(key) === ''));
      expect(empty).toEqual([]);
    },
  );

  test('have what is counted for one and for many', async () => {
    const english = textsOf(await treeOf(files.en));
    const counted = [...english.keys()].filter((key) => /_(one|other|zero)$/.test(key));
    const bare = new Set(counted.map((key) => key.replace(/_(one|other|zero)$/, '')));
    expect([...bare].filter((key) => !english.has(`${key}_one`) || !english.has(`${key}_other`))).toEqual([]);
    const uncounted = [...english].filter(([key, text]) => NUMBER.test(text) && !/_(one|other|zero)$/.test(key));
    expect(uncounted.map(([key]) => key).filter((key) => !withoutPlural.includes(key))).toEqual([]);
  });
});

test('no two areas have words by the same name', async () => {
  const names = await Promise.all(namespaces.map(async ({ words }) => Object.keys((await words.en()).words)));
  const all = names.flat();
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});

test.each(areas)(
  'the pages of $name use the words of all pages and their own alone',
  async ({ name, words, speaksForAll }) => {
    const trees = await Promise.all(
      [core, words, ...(speaksForAll ? areas.map((area) => area.words) : [])].map(({ en }) => treeOf(en)),
    );
    const known = new Set([...trees.flatMap((tree) => Object.keys(tree)), 'area']);
    const folder = join(import.meta.dirname, '..', name);
    const used = globSync('**/*.{ts,tsx}', { cwd: folder }).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\bt\(\s*['`](\w+)/g)].map(([, first = '']) =>
        first.replace(/_(one|other)$/, ''),
      ),
    );
    const isKnown = (first: string) => known.has(first) || known.has(`${first}_other`);
    expect([...new Set(used)].filter((first) => !isKnown(first))).toEqual([]);
  },
);
