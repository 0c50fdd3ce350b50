// Makes the types of the clients' documents, which nobody commits, and refuses a document that does not fit the graph.
// After an installation (`--if-possible`) it is for the editor, and nothing fails for it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'node_modules/.bin/graphql-codegen');
const { error, status, stderr } = spawnSync(command, ['-c', 'codegen.yml', '--errors-only'], {
  cwd: root,
  encoding: 'utf8',
});

if (error || status !== 0) {
  process.stderr.write(`The clients' documents have no types:\n${error?.message ?? stderr}\n`);
  if (!process.argv.includes('--if-possible')) process.exitCode = 1;
}
