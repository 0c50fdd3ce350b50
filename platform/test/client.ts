import { type Client, createClient, type FormattedExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';

type Variables = Record<string, unknown>;
type Data = Record<string, unknown>;

/** What the gateway answered, with the HTTP status. */
export interface Answer<Shape = Data> {
  status: number;
  data?: Shape | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } & Data }[];
}

/** A client as anybody could write one: fetch for questions, graphql-ws for what is live. */
export class TestClient {
  #sockets: Client[] = [];

  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  async ask<Shape = Data>(query: string, variables: Variables = {}): Promise<Answer<Shape>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Shape>, 'status'>) };
  }

  /** The data; throws when anything was refused. */
  async run<Shape = Data>(query: string, variables: Variables = {}): Promise<Shape> {
    const { data, errors } = await this.ask<Shape>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The events of a subscription as they come. */
  follow<Shape = Data>(
    query: string,
    variables: Variables = {},
  ): AsyncIterableIterator<FormattedExecutionResult<Shape>> {
    return this.socket().iterate<Shape>({ query, variables }) as AsyncIterableIterator<FormattedExecutionResult<Shape>>;
  }

  socket(on: { connected?: () => void; closed?: (event: unknown) => void } = {}): Client {
    const socket = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.token ? { authorization: `Bearer ${this.token}` } : {},
      retryAttempts: 0,
      on,
    });
    this.#sockets.push(socket);
    return socket;
  }

  async close(): Promise<void> {
    await Promise.all(this.#sockets.map((socket) => socket.dispose()));
  }
}

/** A person of the demo, logged in. */
export async function logIn(url: string, email: string): Promise<TestClient> {
  const { login } = await new TestClient(url).run<{ login: { accessToken: string } }>(
    'mutation ($email: String!) { login(email: $email, password: "mycelium-demo") { accessToken } }',
    { email },
  );
  return new TestClient(url, login.accessToken);
}
