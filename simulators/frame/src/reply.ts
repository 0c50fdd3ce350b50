/** An answer that is more than a body with status 200. Text, bytes and what comes piece by piece are sent as they are, the rest as JSON. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

class Said {
  constructor(readonly reply: Reply) {}
}

export function reply(status: number, body?: unknown, headers?: Record<string, string>): unknown {
  return new Said({ status, body, headers });
}

/** Thrown by a route to say no; the simulator's `refusal` makes the vendor's body of it, unless it brings its own. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;

  constructor(status: number, message: string, { headers = {}, body }: Partial<Omit<Reply, 'status'>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

export function asReply(answer: unknown): Reply {
  return answer instanceof Said ? answer.reply : { status: 200, body: answer };
}
