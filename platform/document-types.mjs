// Makes the types of the clients' documents, which nobody commits, and refuses a document that does not fit the graph.
// After an installation (`--if-possible`) it is for the editor: nothing fails for it, and where only what runs was installed, nothing is made.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'node_modules/.bin/graphql-codegen');
const isOptional = process.argv.includes('--if-possible');

if (!isOptional || existsSync(command)) {
  const { error, status, stderr } = spawnSync(command, ['-c', 'codegen.yml', '--errors-only'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error || status !== 0) {
    process.stderr.write(`The clients' documents have no types:\n${error?.message ?? stderr}\n`);
    if (!isOptional) process.exitCode = 1;
  }
}
