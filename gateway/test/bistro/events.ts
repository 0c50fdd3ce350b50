/** One event of an event stream. */
export interface ServerEvent {
  event?: string;
  id?: string;
  retry?: string;
  data?: string;
}

export interface EventStream {
  status: number;
  headers: Headers;
  events: ServerEvent[];
  /** Payloads of the `next` events. */
  results(): unknown[];
  isOver(): boolean;
  close(): void;
}

/** Reads an event stream as a browser would. */
export async function readEvents(url: string, init: RequestInit = {}): Promise<EventStream> {
  const leaving = new AbortController();
  const headers = {
    accept: 'text/event-stream',
    ...(init.body ? { 'content-type': 'application/json' } : {}),
    ...init.headers,
  };
  const response = await fetch(url, { method: init.body ? 'POST' : 'GET', ...init, headers, signal: leaving.signal });
  const events: ServerEvent[] = [];
  let isOver = false;
  const read = async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        events.push(eventOf(text.slice(0, end)));
        text = text.slice(end + 2);
      }
    }
  };
  read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return {
    status: response.status,
    headers: response.headers,
    events,
    results: () => events.flatMap(({ event, data }) => (event === 'next' && data ? [JSON.parse(data)] : [])),
    isOver: () => isOver,
    close: () => leaving.abort(),
  };
}

function eventOf(block: string): ServerEvent {
  return Object.fromEntries(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()]),
  );
}
