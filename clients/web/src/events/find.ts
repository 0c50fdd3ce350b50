import type { Command, Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';
import { NamesDocument } from './events.ts';

const EVENT_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** An event by its id; applications and types of events by their names. */
export const find: Find = async ({ text, client }) => {
  if (EVENT_ID.test(text)) return [command(`/events/queue/${text}`, text)];
  const { data } = await client.query(NamesDocument, {}, { requestPolicy: 'cache-first' });
  const applications = (data?.applications ?? []).filter(({ name }) => isNamed(name, text));
  const types = (data?.eventTypes ?? []).filter(({ name }) => isNamed(name, text));
  return [
    ...applications.map(({ name }) => command(`/events/applications/${encodeURIComponent(name)}`, name)),
    ...types.map(({ name }) => command(`/events/applications/types/${encodeURIComponent(name)}`, name)),
  ].slice(0, MOST);
};

const MOST = 12;

function command(path: string, label: string): Command {
  return { key: path, path, label, detail: words.t('area.events'), icon: 'share' };
}
