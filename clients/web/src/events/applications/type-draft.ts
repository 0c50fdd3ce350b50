import type { RegisterEventTypeInput } from '../../generated/graphql.ts';
import type { EventType } from '../events.ts';
import { objectIn } from '../json-draft.ts';

/** A type of events as it stands in the form. */
export interface TypeDraft {
  name: string;
  description: string;
  source: string;
  /** Whoever is there, now and later. */
  isForAll: boolean;
  targets: readonly string[];
  aliases: string;
  schema: string;
}

const anything = { type: 'object', properties: { entityId: { type: 'string' } }, required: ['entityId'] };

export function draftOfType(type: EventType | undefined, applications: readonly string[]): TypeDraft {
  const schema = JSON.stringify(type?.payloadSchema ?? anything, undefined, 2);
  if (!type) {
    const [source = ''] = applications;
    return { name: '', description: '', source, isForAll: true, targets: [], aliases: '', schema };
  }
  const { name, description, source, targets, aliases } = type;
  const others = applications.filter((each) => each !== source);
  const isForAll = others.every((each) => targets.includes(each));
  return { name, description, source, isForAll, targets, aliases: aliases.join(', '), schema };
}

export function mistakesOfType({ name, isForAll, targets, source, schema }: TypeDraft) {
  return {
    name: name.trim() === '',
    targets: !isForAll && targets.every((each) => each === source),
    schema: objectIn(schema) === undefined,
  };
}

export function typeInputOf(draft: TypeDraft): RegisterEventTypeInput {
  const { name, description, source, isForAll, targets, aliases, schema } = draft;
  const others = aliases
    .split(/[\s,]+/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  return {
    name: name.trim(),
    description: description.trim(),
    source,
    payloadSchema: objectIn(schema) ?? {},
    ...(!isForAll && { targets: targets.filter((each) => each !== source) }),
    ...(others.length > 0 && { aliases: others }),
  };
}
