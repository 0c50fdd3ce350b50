import { parseExact } from '@mycelium/kit/exact-json';

/** A message of a client; what is none stays text, and graphql-ws closes the socket at it. So it would at a `subscribe` without a text; one with an id is as good. */
export function readMessage(text: string): unknown {
  const message: unknown = parseJson(text);
  if (!isRecord(message)) return text;
  if (message.type !== 'subscribe' || !isRecord(message.payload)) return message;
  const { documentId, extensions } = message.payload;
  const hasId = documentId !== undefined || (isRecord(extensions) && extensions.persistedQuery !== undefined);
  return hasId ? { ...message, payload: { query: '', ...message.payload } } : message;
}

/** Whether the payload of a `ping` brings a new token. */
export function isRenewal(payload: unknown): boolean {
  return isRecord(payload) && 'authorization' in payload;
}

function parseJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
