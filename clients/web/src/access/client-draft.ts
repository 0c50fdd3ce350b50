import { isForPeopleOnly } from '@mycelium/schema/scope';
import type { CreateApiClientInput } from '../generated/graphql.ts';
import type { ApiClient } from './access.ts';

export const limitNames = ['perMinute', 'perHour', 'subscriptions', 'cost'] as const;
type LimitName = (typeof limitNames)[number];

/** An API client as it stands in a form. */
export interface ClientDraft {
  name: string;
  description: string;
  scopes: readonly string[];
  /** The application it speaks for; empty for none. */
  application: string;
  /** As typed; empty for what is as for every client. */
  limits: Record<LimitName, string>;
}

const unlimited = Object.fromEntries(limitNames.map((name) => [name, ''])) as ClientDraft['limits'];

export const newClient: ClientDraft = { name: '', description: '', scopes: [], application: '', limits: unlimited };

export function draftOfClient({ name, description, scopes, application, limits }: ApiClient): ClientDraft {
  const typed = Object.fromEntries(limitNames.map((limit) => [limit, String(limits[limit] ?? '')]));
  return {
    name,
    description: description ?? '',
    scopes,
    application: application ?? '',
    limits: typed as ClientDraft['limits'],
  };
}

/** What a draft says, as the graph wants it; a limit that is no number is refused there, at its place. */
export function clientInputOf({ name, description, scopes, application, limits }: ClientDraft): CreateApiClientInput {
  const given = limitNames.filter((limit) => limits[limit].trim() !== '');
  return {
    name: name.trim(),
    description: description.trim() || null,
    scopes: [...scopes],
    application: application.trim() || null,
    limits: Object.fromEntries(given.map((limit) => [limit, Number(limits[limit])])),
  };
}

/** Which fields of a draft cannot be sent as they are. */
export function mistakesOfClient({ name, scopes, limits }: ClientDraft) {
  return {
    name: name.trim() === '',
    scopes: scopes.length === 0,
    limits: limitNames.filter((limit) => !/^\d{0,7}$/.test(limits[limit].trim())),
  };
}

/** What this person can give: the scopes they have, but for those that only people have. */
export function grantable(scopes: readonly string[], kept: readonly string[] = []): string[] {
  const own = scopes.filter((scope) => !isForPeopleOnly(scope));
  return [...new Set([...own, ...kept])].sort();
}
