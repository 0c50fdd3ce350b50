import { promisesOf, subgraphNames } from '@mycelium/schema/roster';
import { Mistake } from './mistake.ts';
import { namesOf } from './names.ts';
import { Plan } from './plan.ts';

/** A noun with its list, detail, writing, live changes and tests, in a subgraph: `venues/saved-view`. */
export function planNoun(where: string, plural?: string): Plan {
  const [subgraph = '', file = ''] = where.split('/');
  const known = subgraphNames.find((each) => each === subgraph);
  if (!known) throw new Mistake(`There is no subgraph ${subgraph}: npm run new -- subgraph ${subgraph || 'NAME'}`);
  if (!/^[a-z]+(-[a-z]+)*$/.test(file))
    throw new Mistake(
      'A noun has a name of small letters, perhaps with hyphens: npm run new -- noun venues/saved-view',
    );
  const { permissions, applications } = promisesOf(known);
  if (`${file}:read` in permissions) throw new Mistake(`The permission ${file}:read is there already.`);
  const names = namesOf(file, plural);
  const plan = new Plan({
    ...names,
    subgraph,
    application: Object.keys(applications)[0] ?? subgraph,
    tenantFile: subgraph === 'tenants' ? 'tenant/tenant.ts' : 'references.ts',
  });
  const folder = `subgraphs/${subgraph}`;
  plan.add(`${folder}/src/${file}/${file}.ts`, 'noun/noun.ts');
  plan.add(`${folder}/src/${file}/${file}.resolver.ts`, 'noun/noun.resolver.ts');
  plan.add(`${folder}/src/${file}/write-${file}.ts`, 'noun/write-noun.ts');
  plan.add(`${folder}/src/${file}/${file}.test.ts`, 'noun/noun.test.ts');
  plan.change(`schema/src/subgraphs/${subgraph}.ts`, (text) => withEvents(withPermissions(text, file), plan));
  plan.change(`${folder}/src/subgraph.ts`, (text) =>
    text
      .replace(/\n\n\/\*\*/, `\nimport { ${names.noun}Part } from './${file}/${file}.resolver.ts';\n\n/**`)
      .replace(/(parts: \[[^\]]*?),?\s*\]/, (_, parts: string) => `${withComma(parts)}${names.noun}Part]`),
  );
  const rows = ['create', 'update', 'remove'].map((verb) => `${verb}${names.Noun}: managers,`).join('\n');
  plan.change(`${folder}/test/may.ts`, (text) => withManagers(text).replace(/\n?\};\s*$/, `\n${rows}\n};\n`));
  return plan;
}

const withManagers = (text: string): string =>
  text.includes('const managers')
    ? text
    : text.replace(/(\/\*\*\s+\*? ?Who may)/, `const managers: Role[] = ['OWNER', 'MANAGER', 'ADMIN'];\n\n$1`);

const withComma = (list: string): string => (list.endsWith('[') ? list : `${list}, `);

const withPermissions = (text: string, scope: string): string =>
  text.replace(
    /(permissions: \{.*?)(\n? *\},)/s,
    `$1\n'${scope}:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],\n'${scope}:write': ['MANAGER'],\n$2`,
  );

/** A file that had no event type imports what makes one. */
function withEvents(text: string, plan: Plan): string {
  const imports = text.includes('eventType(')
    ? ''
    : "import { z } from 'zod';\nimport { eventType } from '../event-type.ts';\n";
  return `${imports}${text.trimEnd()}\n${plan.read('noun/events.ts')}`;
}
