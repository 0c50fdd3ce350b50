import { acknowledgeEvents } from './acknowledge.ts';
import { readEnv } from './env.ts';
import { followMenu } from './follow-menu.ts';
import { type Item, readMenu } from './menu.ts';
import { priceText } from './price.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const { url, key, application } = readEnv();
  const { id, name, menus, position } = await readMenu(url, key);
  say(name);
  for (const { sections } of menus) {
    for (const section of sections) {
      say(`\n${section.name}`);
      for (const item of section.items) say(`  ${lineOf(item)}`);
    }
  }
  say('\nChanges, as they happen:');
  const changes = async () => {
    for await (const { kind, item, itemId } of followMenu(url, key, id, position)) {
      say(`  ${kind} ${item ? lineOf(item) : itemId}`);
    }
  };
  const events = async (speaker: string) => {
    for await (const type of acknowledgeEvents(url, key, speaker)) say(`  acknowledged ${type}`);
  };
  await Promise.all([changes(), application && events(application)]);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}

function lineOf({ name, price, available }: Item): string {
  return `${name}, ${priceText(price)}${available ? '' : ' (sold out)'}`;
}

/** Errors have messages, the ends of sockets have reasons, and their answers are lists of errors. */
function reasonOf(error: unknown): string {
  if (Array.isArray(error)) return error.map(reasonOf).join(' ');
  if (typeof error !== 'object' || error === null) return String(error);
  if ('reason' in error && error.reason) return String(error.reason);
  return 'message' in error ? String(error.message) : String(error);
}
