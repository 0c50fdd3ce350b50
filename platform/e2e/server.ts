import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort, identityOf, until } from '@mycelium/database/embedded/process';
import { lockHolder } from '@mycelium/database/embedded/process-lock';
import { pidIn, temporaryFolder } from '@mycelium/database/embedded/throw-away';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 120_000;

/** `npm start` with a data folder and a port of its own, which stay the same over restarts. */
export class Server {
  readonly dataDir: string;
  readonly port: number;
  private process: ChildProcess | undefined;
  /** The page that shows the mail, of the process that runs now. */
  mailbox = '';
  /** All that it has said, over restarts. */
  output = '';

  private constructor(
    readonly folder: string,
    port: number,
    private readonly variables: Record<string, string>,
  ) {
    this.dataDir = join(folder, 'data');
    this.port = port;
  }

  static async make(variables: Record<string, string> = {}): Promise<Server> {
    return new Server(await temporaryFolder('mycelium-e2e-'), await freePort(), variables);
  }

  /** One that has been started before, with the demo in it. */
  static async withDemo(variables: Record<string, string> = {}): Promise<Server> {
    const server = await Server.make(variables);
    // biome-ignore lint/style/noProcessEnv: the way from the global setup to here.
    const { E2E_DEMO } = process.env;
    if (!E2E_DEMO) throw new Error('The demo is made by the global setup of the e2e tests.');
    // With whose it is: PostgreSQL runs as another user.
    await promisify(execFile)('cp', ['-a', E2E_DEMO, server.dataDir]);
    return server;
  }

  /** Whether the process that was started last has ended. */
  get hasEnded(): boolean {
    return !this.process || this.process.exitCode !== null || this.process.signalCode !== null;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves with the ready line. */
  async start(variables: Record<string, string> = {}): Promise<string> {
    const child = spawn(process.execPath, [join(root, 'platform/bootstrap.mjs'), 'start'], {
      cwd: root,
      env: {
        // biome-ignore lint/style/noProcessEnv: the server is started as a person would start it.
        ...process.env,
        // Whoever has built a page in this process has set it.
        NODE_ENV: undefined,
        ...this.variables,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    const from = this.output.length;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (this.output += chunk));
    const said = () => this.output.slice(from);
    const readyLine = () => /^Mycelium is ready.*$/m.exec(said())?.[0];
    await until(() => readyLine() !== undefined || child.exitCode !== null, READY_WITHIN_MS);
    const line = readyLine();
    this.mailbox = /^ *Mail +(\S+)$/m.exec(said())?.[1] ?? '';
    if (!line) throw new Error(`The server did not become ready:\n${said()}`);
    return line;
  }

  /** SIGKILL to everything at once: the bootstrap, the server, PostgreSQL with its workers, Redis. */
  async kill(): Promise<void> {
    const main = lockHolder(join(this.dataDir, 'running'));
    const postgres = pidIn(join(this.dataDir, 'postgres/postmaster.pid'));
    const redis = pidIn(join(this.dataDir, 'redis/redis.pid'));
    const pids = [this.process?.pid, main, redis, postgres && -postgres].filter((pid) => pid !== undefined);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await until(() => pids.every((pid) => !identityOf(Math.abs(pid))), 5000);
  }

  /** Asks the server to end, and waits until it has. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Ctrl-C, and everything is gone. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Asks the API, as the person with this token. */
  async ask<Data>(query: string, variables: Record<string, unknown>, token?: string): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
}
