import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './env.ts';
import { Mistake } from './new/mistake.ts';
import { planNoun } from './new/noun.ts';
import { planPage } from './new/page.ts';
import type { Plan } from './new/plan.ts';
import { planSubgraph } from './new/subgraph.ts';

const USAGE = `npm run new -- subgraph crm            an empty subgraph that the roster knows
npm run new -- noun crm/note           a noun with list, detail, writing, live changes, audit and tests
npm run new -- noun hr/person people   the same, with its plural
npm run new -- page note               its area of the console: list, detail, form, live changes, words`;

const next = {
  subgraph: [
    'npm install                            so that the new package is found',
    'npm run new -- noun NAME/NOUN          a subgraph begins with its first noun',
  ],
  noun: [
    'Say what it is: what a template could not know says "in a sentence".',
    'npm run generate                       SDL, supergraph, migration',
    'npm test -- subgraphs/NAME             its tests',
    'npm run new -- page NOUN               its area of the console, with the words of the log',
    'npm run fix && npm run check',
  ],
  page: [
    'Say it in words: words/{en,es,tr}.ts and the title in area.ts; choose its icon and its place in shell/areas.ts.',
    'npm run generate                       registers what it asks',
    'npm test -- clients/web                that its words and rules are whole',
    'npm run fix && npm run check',
  ],
};

const plans: Record<keyof typeof next, (name: string, plural?: string) => Plan> = {
  subgraph: planSubgraph,
  noun: planNoun,
  page: planPage,
};

try {
  const [kind, name = '', plural] = process.argv.slice(2);
  if (kind !== 'subgraph' && kind !== 'noun' && kind !== 'page') throw new Mistake(USAGE);
  const { added, changed } = plans[kind](name, plural).write();
  const formatted = [...added, ...changed].filter((path) => /\.(tsx?|json)$/.test(path));
  execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', ...formatted], { cwd: root });
  const lines = [...added.map((path) => `new      ${path}`), ...changed.map((path) => `changed  ${path}`)];
  process.stdout.write(`${lines.join('\n')}\n\nNext:\n${next[kind].map((line) => `  ${line}`).join('\n')}\n`);
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
