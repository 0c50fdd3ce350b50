import { promisesOf, subgraphNames } from '@mycelium/schema/roster';
import { Mistake } from './mistake.ts';
import { namesOf } from './names.ts';
import { Plan } from './plan.ts';

/** An area of the console for a noun that there is: list, detail, form, live changes and words, and its line in the list of areas. */
export function planPage(file: string, plural?: string): Plan {
  if (!/^[a-z]+(-[a-z]+)*$/.test(file))
    throw new Mistake('A page is for a noun, by its name as its file is called: npm run new -- page saved-view');
  if (!subgraphNames.some((each) => `${file}:read` in promisesOf(each).permissions))
    throw new Mistake(`No subgraph has the permission ${file}:read: npm run new -- noun SUBGRAPH/${file}`);
  const names = namesOf(file, plural);
  const { Noun, Nouns, files, nouns } = names;
  const plan = new Plan(names);
  const folder = `clients/web/src/${files}`;
  plan.add(`${folder}/area.ts`, 'page/area.ts');
  plan.add(`${folder}/${files}.ts`, 'page/documents.ts');
  plan.add(`${folder}/cache.ts`, 'page/cache.ts');
  plan.add(`${folder}/feeds.ts`, 'page/feeds.ts');
  plan.add(`${folder}/${Nouns}Page.tsx`, 'page/NounsPage.tsx');
  plan.add(`${folder}/${Noun}Panel.tsx`, 'page/NounPanel.tsx');
  plan.add(`${folder}/New${Noun}.tsx`, 'page/NewNoun.tsx');
  for (const language of ['en', 'es', 'tr']) plan.add(`${folder}/words/${language}.ts`, `page/${language}.ts`);
  plan.change('clients/web/src/shell/areas.ts', (text) =>
    text
      .replace(/^(import )/m, `import { ${nouns} } from '../${files}/area.ts';\n$1`)
      .replace(/(areas: readonly Area\[\] = \[[^\]]*?)(\s*log,)/, `$1 ${nouns},$2`),
  );
  return plan;
}
