import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOf, operationsOf } from './client-documents.ts';
import { documents } from './documents-plugin.ts';

let root: string;
let client: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'documents-'));
  client = join(root, 'clients/cantina');
});
afterEach(() => rm(root, { recursive: true }));

const GRAPHQL = "import { graphql } from './generated/gql.ts';";
const FAILS = "throw new Error('here');";
const MENU = `${GRAPHQL}
export const MenuDocument = graphql(\`
  query Menu {
    dishes {
      ...DishRow
    }
  }

  fragment DishRow on Dish {
    id
    name
  }
\`);
${FAILS}
`;
const COOK = `${GRAPHQL}
export const CookDocument = graphql(\`
  mutation Cook($id: ID!) {
    cook(id: $id) {
      ...DishRow
    }
  }
\`);
`;
const STAFF = `${GRAPHQL}
export const StaffDocument = graphql(\`
  subscription Staff {
    staffChanged {
      name
    }
  }
\`);
`;

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(client, path)), { recursive: true });
    await writeFile(join(client, path), text);
  }
}

async function register(): Promise<void> {
  await mkdir(dirname(listOf(client)), { recursive: true });
  await writeFile(listOf(client), JSON.stringify(operationsOf(client)));
}

/** The modules of the client in the chunk of each page that is named. */
async function chunksOf(...pages: string[]): Promise<Record<string, string>> {
  return Object.fromEntries((await chunks(pages)).map(({ name, code }) => [name, code]));
}

async function chunks(pages: string[], seen: string[] = []) {
  const built = await build({
    root: client,
    configFile: false,
    logLevel: 'silent',
    plugins: [documents(client), { name: 'seen', enforce: 'pre', transform: (code) => void seen.push(code) }],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: pages.map((page) => join(client, 'src', page)),
        external: /^@mycelium/,
        preserveEntrySignatures: 'strict',
      },
    },
  });
  if (!('output' in built)) throw new Error('One build was asked for.');
  return built.output.filter((file) => file.type === 'chunk');
}

test('a page brings its own document, with the fragments that it uses, and none of another page', async () => {
  await write({ 'src/menu.ts': MENU, 'src/cook.ts': COOK, 'src/staff.ts': STAFF });
  await register();

  const { menu, cook, staff } = await chunksOf('menu.ts', 'cook.ts', 'staff.ts');

  expect(cook).toContain('mutation Cook($id: ID!) { __typename cook(id: $id) { __typename ...DishRow } }');
  expect(cook).toContain('fragment DishRow on Dish { __typename id name }');
  expect(cook).not.toMatch(/Menu|Staff/);
  expect(menu).not.toMatch(/Cook|Staff/);
  expect(staff).toContain('"subscription Staff { staffChanged { __typename name } }"');
  expect(staff).not.toMatch(/DishRow/);
});

test('a document carries the id under which its text is registered', async () => {
  await write({ 'src/menu.ts': MENU, 'src/cook.ts': COOK });
  await register();

  const { cook } = await chunksOf('cook.ts');

  const list: Record<string, string> = JSON.parse(await readFile(listOf(client), 'utf8'));
  const [id, text] = Object.entries(list).find(([, each]) => each.includes('Cook')) ?? [];
  expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(cook?.match(/graphql\((".*"), (".*?")/)?.slice(1)).toEqual([JSON.stringify(text), JSON.stringify(id)]);
});

test('what nobody uses is not brought along', async () => {
  await write({
    'src/menu.ts': MENU,
    'src/staff.ts': STAFF,
    'src/page.ts': "import './staff.ts';\nexport const a = 1;",
  });
  await register();
  expect((await chunksOf('page.ts')).page).not.toMatch(/graphql\(/);
});

test('what stands behind a document is still on its line', async () => {
  await write({ 'src/menu.ts': MENU });
  await register();
  const seen: string[] = [];
  await chunks(['menu.ts'], seen);
  const lines = seen.find((code) => code.includes(FAILS))?.split('\n') ?? [];
  expect(lines.length).toBe(MENU.split('\n').length);
  expect(lines.indexOf(FAILS)).toBe(MENU.split('\n').indexOf(FAILS));
});

test('a document that is not registered as it reads now does not build', async () => {
  await write({ 'src/menu.ts': MENU, 'src/cook.ts': COOK });
  await register();
  await write({ 'src/menu.ts': MENU.replace('name\n', 'name\n    price\n') });
  await expect(chunksOf('cook.ts')).rejects.toThrow('Cook is not registered as it reads now: run npm run generate.');
});

test.each([
  ['with something put into it', `${GRAPHQL}\nexport const A = graphql(\`query A { \${field} }\`);`],
  ['that is no literal', `${GRAPHQL}\nexport const A = graphql(text);`],
  [
    'whose function has another name',
    "import { graphql as g } from './generated/gql.ts';\nexport const A = g(`{ a }`);",
  ],
])('a document %s does not build', async (_, code) => {
  await write({ 'src/a.ts': code });
  await register();
  await expect(chunksOf('a.ts')).rejects.toThrow('A document is written graphql(`…`)');
});

test.each([
  ['an unknown fragment', { 'src/cook.ts': COOK }, 'there is no fragment DishRow'],
  ['two fragments of one name', { 'src/menu.ts': MENU, 'src/menu2.ts': MENU }, 'Fragment DishRow is in '],
  [
    'two operations in one text',
    { 'src/a.ts': `${GRAPHQL}\ngraphql(\`query A { a } query B { b }\`);` },
    'has one operation',
  ],
  ['an operation without a name', { 'src/a.ts': `${GRAPHQL}\ngraphql(\`{ a }\`);` }, 'with a name'],
  ['what is no GraphQL', { 'src/a.ts': `${GRAPHQL}\ngraphql(\`query A {\`);` }, 'src/a.ts: Syntax Error'],
])('%s is said with its file', async (_, files, sentence) => {
  await write(files);
  expect(() => operationsOf(client)).toThrow(sentence);
});

test.each(['web', 'signage'])('every document of %s is registered as it reads now', async (name) => {
  const ours = join(import.meta.dirname, '../../..', name);
  const list: Record<string, string> = JSON.parse(await readFile(listOf(ours), 'utf8'));
  const asked = operationsOf(ours);
  expect(Object.keys(asked).length).toBeGreaterThan(5);
  expect(list).toMatchObject(asked);
});
