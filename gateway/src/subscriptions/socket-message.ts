/** graphql-ws closes the socket at a `subscribe` without a text; one with an id is as good. */
export function withQuery(text: string): string {
  if (!text.includes('"documentId"') && !text.includes('"persistedQuery"')) return text;
  const message: unknown = parseJson(text);
  if (!isRecord(message) || message.type !== 'subscribe' || !isRecord(message.payload)) return text;
  return JSON.stringify({ ...message, payload: { query: '', ...message.payload } });
}

/** Whether the payload of a `ping` brings a new token. */
export function isRenewal(payload: unknown): boolean {
  return isRecord(payload) && 'authorization' in payload;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
