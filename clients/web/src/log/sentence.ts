import type { Localized } from '../words/text-in.ts';
import { textIn } from '../words/text-in.ts';
import { words } from '../words/words.ts';
import { actionText } from './action-text.ts';
import { type Change, changesOf } from './change.ts';
import { isMoment, type Json } from './json.ts';
import { toldWord } from './told.ts';
import { type Reader, sidesOf } from './value-text.ts';

/** What an entry of the log says. */
export interface Told {
  action: string;
  kind: string;
  noun: string | null;
  nounNames: readonly Localized[];
  actor: { kind: string; name: string | null; personName?: string | null };
  changes: readonly { field: string; before: string | null; after: string | null }[];
}

const MOST_CHANGES = 3;

/**
 * An entry as a sentence: in the words of the noun's area for what changed (`told.sentence.MenuItem.price`), else field by
 * field, else by what the action is called.
 */
export function sentenceOf(entry: Told, reader: Reader): string {
  const { noun } = entry;
  const who = whoOf(entry.actor);
  const name = nameOf(entry, reader.language);
  const changes = changesOf(entry.changes, reader.tenant.currency);
  if (noun && name) {
    const own = ownWords(entry, noun, changes, { who, name }, reader);
    if (own) return own;
    if (entry.kind === 'UPDATED' && changes.length > 0)
      return words.t('log.changed', { who, name, changes: changesText(noun, changes, reader) });
  }
  const action = actionText(entry.action);
  if (!action) return words.t(`log.did.${kindOf(entry.kind)}`, { who, name: name ?? nounText(noun) ?? entry.action });
  const said = `${who} ${lowered(action, reader.language)}`;
  return name ? `${said}: ${name}` : said;
}

/** Who did it, as far as one knows. */
export function whoOf({ kind, name, personName }: Told['actor']): string {
  if (personName) return name ? `${personName} (${name})` : personName;
  if (name) return name;
  if (kind === 'gateway') return words.t('actor.system');
  if (kind === 'station') return words.t('actor.station');
  if (kind === 'client') return words.t('actor.client');
  return words.t('actor.person');
}

/** What the thing was called then. */
export function nameOf({ noun, nounNames }: Pick<Told, 'noun' | 'nounNames'>, language: string): string | undefined {
  const name = textIn(nounNames, [language]);
  return (noun && toldWord(['value', noun, 'name', name])) || name || undefined;
}

export function nounText(noun: string | null): string | undefined {
  return noun ? (toldWord(['noun', noun]) ?? noun) : undefined;
}

export function fieldText(noun: string, { field, part }: Change): string {
  const name = toldWord(['field', noun, field]) ?? field;
  if (!part) return name;
  return toldWord(['field', noun, part]) ?? `${name} · ${part}`;
}

function ownWords(
  { kind }: Told,
  noun: string,
  changes: readonly Change[],
  facts: { who: string; name: string },
  reader: Reader,
): string | undefined {
  if (kind !== 'UPDATED') return toldWord(['sentence', noun, kind], facts);
  const said = (change: Change): string | undefined => {
    const { field, part, after } = change;
    if (part) return undefined;
    const all = { ...facts, ...sidesOf(noun, change, reader) };
    return toldWord(['sentence', noun, `${field}_${formOf(after)}`], all) ?? toldWord(['sentence', noun, field], all);
  };
  // That it was taken away or put back says more than all else that changed with it.
  const ended = changes.find(isOfTime);
  const [only, ...others] = changes.filter((change) => !isOfTime(change));
  return (ended && said(ended)) ?? (only && others.length === 0 ? said(only) : undefined);
}

const isOfTime = ({ before, after }: Change): boolean => isMoment(before) || isMoment(after);

/** What a field has become, where there are words for it: `status_PAUSED`, `available_false`, `board_none`. */
function formOf(after: Json): string {
  if (after === null) return 'none';
  return typeof after === 'boolean' || typeof after === 'string' ? String(after) : '';
}

function changesText(noun: string, changes: readonly Change[], reader: Reader): string {
  const said = changes
    .slice(0, MOST_CHANGES)
    .map((change) => words.t('log.fromTo', { field: fieldText(noun, change), ...sidesOf(noun, change, reader) }));
  const others = changes.length - said.length;
  return [...said, ...(others > 0 ? [words.t('others', { count: others })] : [])].join('; ');
}

const KINDS = ['CREATED', 'UPDATED', 'REMOVED', 'CALLED', 'SUCCEEDED', 'REFUSED', 'SHOWN'] as const;

function kindOf(kind: string): (typeof KINDS)[number] {
  return KINDS.find((known) => known === kind) ?? 'CALLED';
}

/** As it goes on in a sentence; what is an abbreviation stays. */
function lowered(text: string, language: string): string {
  const [first = '', second = ''] = text;
  return second !== second.toLocaleLowerCase(language) ? text : first.toLocaleLowerCase(language) + text.slice(1);
}
