import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { until } from '@mycelium/database/embedded/process';
import { Webhook } from 'standardwebhooks';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A system outside that hears by webhook: it keeps what comes, and answers 204 unless told otherwise. */
export class Receiver {
  readonly received: Received[] = [];
  private readonly answers: { status: number; body: string }[] = [];
  private readonly server = createServer(async (request, response) => {
    this.received.push({ headers: request.headers, body: await text(request) });
    const { status, body } = this.answers.shift() ?? { status: 204, body: '' };
    response.writeHead(status).end(body);
  });

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/told`;
  }

  /** How the next message is answered. */
  answer(status: number, body: string): void {
    this.answers.push({ status, body });
  }

  /** Waits until so many messages have come, and answers the last of those. */
  async nth(count: number, withinMs = 10_000): Promise<Received> {
    await until(() => this.received.length >= count, withinMs);
    const received = this.received[count - 1];
    if (!received) throw new Error(`${this.received.length} of ${count} messages came.`);
    return received;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** What a message says; throws when this secret did not sign it. */
export function verify(secret: string, { body, headers }: Received): { type: string; data: Record<string, unknown> } {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as ReturnType<typeof verify>;
}
