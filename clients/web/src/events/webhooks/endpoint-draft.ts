import type { UpdateWebhookEndpointInput } from '../../generated/graphql.ts';
import type { Endpoint } from './webhooks.ts';

/** What may be said of an endpoint, as it stands in the form; no names are all of them. */
export interface EndpointDraft {
  url: string;
  description: string;
  eventTypes: readonly string[];
  sources: readonly string[];
}

export const newDraft: EndpointDraft = { url: '', description: '', eventTypes: [], sources: [] };

export function draftOfEndpoint({ url, description, eventTypes, sources }: Endpoint): EndpointDraft {
  return { url, description: description ?? '', eventTypes, sources };
}

/** What was typed, as the graph takes it. */
export function endpointInputOf(changes: Partial<EndpointDraft>): Omit<UpdateWebhookEndpointInput, 'version'> {
  const { url, description, eventTypes, sources } = changes;
  return {
    ...(url !== undefined && { url: url.trim() }),
    ...(description !== undefined && { description: description.trim() }),
    ...(eventTypes && { eventTypes: [...eventTypes] }),
    ...(sources && { sources: [...sources] }),
  };
}

/** What the graph refuses to send an endpoint: the audit log, and what is about endpoints themselves. */
export function isTold(type: string): boolean {
  return !/^(webhook\.|audit\.)/.test(type);
}
