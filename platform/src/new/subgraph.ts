import { applicationFacts } from '@mycelium/schema/applications';
import { promisesOf, subgraphNames } from '@mycelium/schema/roster';
import { Mistake } from './mistake.ts';
import { Plan } from './plan.ts';

/** An empty subgraph that the roster knows. */
export function planSubgraph(name: string): Plan {
  if (!/^[a-z]+$/.test(name)) throw new Mistake('A subgraph has a name of small letters, like crm.');
  const port = 1 + Math.max(...subgraphNames.map((each) => promisesOf(each).port));
  const application = applicationFacts.has(name) ? '{}' : `{ ${name}: 'What it is on the event bus, in a sentence.' }`;
  const plan = new Plan({ subgraph: name, port: String(port), application });
  const folder = `subgraphs/${name}`;
  plan.add(`${folder}/package.json`, 'subgraph/package.json');
  plan.add(`${folder}/README.md`, 'subgraph/README.md');
  plan.add(`${folder}/src/main.ts`, 'subgraph/main.ts');
  plan.add(`${folder}/src/references.ts`, 'subgraph/references.ts');
  plan.add(`${folder}/src/subgraph.ts`, 'subgraph/subgraph.ts');
  plan.add(`${folder}/src/values.test.ts`, 'subgraph/values.test.ts');
  plan.add(`${folder}/test/may.ts`, 'subgraph/may.ts');
  plan.add(`schema/src/subgraphs/${name}.ts`, 'subgraph/promises.ts');
  plan.change('schema/src/roster.ts', (text) =>
    text
      .replace(/(import \* as)/, `import * as ${name} from './subgraphs/${name}.ts';\n$1`)
      .replace(/(export const contracts = \{.*?),?(\s)\};/s, `$1, ${name}$2};`),
  );
  plan.change('platform/package.json', (text) =>
    text.replace(/("@mycelium\/tenants": "\*")/, `"@mycelium/${name}": "*",\n    $1`),
  );
  plan.change('.env.example', (text) =>
    text.replace(/(SUBGRAPH_EVENTS_URL=.*\n)/, `$1SUBGRAPH_${name.toUpperCase()}_URL=\n`),
  );
  return plan;
}
