import { randomUUID } from 'node:crypto';
import type { Faults } from './faults.ts';

export interface Message {
  id: string;
  url: string;
  body: string;
  secret: string;
  /** Of this attempt, by real time: who verifies it asks whether it is fresh. */
  at: Date;
}

export interface WebhookOptions {
  secret: string;
  /** The headers by which this vendor proves that a message is its own. */
  sign(message: Message): Record<string, string>;
  /** The pauses before it tries again after anything but 2xx. */
  retryMs?: readonly number[];
}

export interface Delivery {
  id: string;
  url: string;
  attempt: number;
  /** What was answered; none when nobody did. */
  status?: number;
}

/** What a vendor sends others by itself: signed, in order for each address, tried again until it is taken. */
export interface Webhooks {
  subscribe(url: string): void;
  unsubscribe(url: string): void;
  /** Signs with this from now on. */
  rotate(secret: string): void;
  /** Tells everybody who has subscribed; answers the message's id. JSON, or text as it is. */
  send(body: unknown, more?: { id?: string; headers?: Record<string, string> }): string;
  /** The newest attempts, oldest first. */
  readonly deliveries: readonly Delivery[];
  close(): void;
}

type Draft = Pick<Message, 'id' | 'url' | 'body'> & { headers: Record<string, string> };

const RETRY_MS = [1_000, 5_000, 30_000];
const PATIENCE_MS = 10_000;
const KEPT = 200;

export function openWebhooks({ secret: first, sign, retryMs = RETRY_MS }: WebhookOptions, faults: Faults): Webhooks {
  const stop = new AbortController();
  const lines = new Map<string, Promise<void>>();
  const held = new Map<string, Draft>();
  const timers = new Set<NodeJS.Timeout>();
  const deliveries: Delivery[] = [];
  let secret = first;
  let secretBefore = `${first}, as nobody knows it any more`;

  const later = (ms: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };

  function enqueue(draft: Draft): void {
    const line = lines.get(draft.url);
    if (line)
      lines.set(
        draft.url,
        line.then(() => attempt(draft, 1)),
      );
  }

  async function attempt(draft: Draft, number: number): Promise<void> {
    if (stop.signal.aborted) return;
    const { url, body, headers } = draft;
    const old = faults.take('webhook-old-secret', { method: 'POST', path: url });
    const signed = sign({ ...draft, secret: old ? secretBefore : secret, at: new Date() });
    const status = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers, ...signed },
      body,
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE_MS)]),
    }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => undefined,
    );
    if (deliveries.push({ id: draft.id, url, attempt: number, status }) > KEPT) deliveries.shift();
    const pause = retryMs[number - 1];
    if ((status === undefined || status < 200 || status > 299) && pause !== undefined && !stop.signal.aborted)
      later(pause, () => void attempt(draft, number + 1));
  }

  /** The first of two waits for the second, or for its time to be up. */
  function hold(draft: Draft, ms: number): void {
    held.set(draft.url, draft);
    later(ms, () => {
      if (held.get(draft.url) !== draft) return;
      held.delete(draft.url);
      enqueue(draft);
    });
  }

  function tell(draft: Draft): void {
    const call = { method: 'POST', path: draft.url };
    const before = held.get(draft.url);
    if (before) {
      held.delete(draft.url);
      enqueue(draft);
      enqueue(before);
      return;
    }
    const reversed = faults.take('webhook-reversed', call);
    const late = reversed ? undefined : faults.take('webhook-late', call);
    if (reversed) hold(draft, reversed.ms);
    else if (late) later(late.ms, () => enqueue(draft));
    else enqueue(draft);
    if (!reversed && faults.take('webhook-twice', call)) enqueue(draft);
  }

  return {
    deliveries,
    subscribe: (url) => void (lines.has(url) || lines.set(url, Promise.resolve())),
    unsubscribe: (url) => void lines.delete(url),
    rotate(next) {
      secretBefore = secret;
      secret = next;
    },
    send(body, { id = randomUUID(), headers = {} } = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      for (const url of lines.keys()) tell({ id, url, body: text, headers });
      return id;
    },
    close() {
      stop.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
