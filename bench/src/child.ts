import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

type Message = Record<string, unknown>;

/** A process under measurement. */
export class Child {
  constructor(
    readonly process: ChildProcess,
    readonly ready: unknown,
  ) {}

  /** CPU time used so far, in microseconds, over all threads (Linux: /proc, 10 ms steps). */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  }

  /** Memory in use, in bytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  }

  tell(message: Message): void {
    this.process.send(message);
  }

  /** Tells it something and waits for the answer that has this key. */
  ask<Answer>(message: Message, key: string): Promise<Answer> {
    const answer = hear<Answer>(this.process, key);
    this.process.send(message);
    return answer;
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a module of this folder as a process of its own and waits until it says what it is ready with. */
export function start(module: string, ...args: string[]): Promise<Child> {
  return startWith([], module, ...args);
}

/** As start, with flags for Node. */
export async function startWith(flags: readonly string[], module: string, ...args: string[]): Promise<Child> {
  const child = fork(new URL(module, import.meta.url), args, {
    execArgv: ['--import', '@mycelium/database/typescript', ...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return new Child(child, await hear(child, 'ready'));
}

function hear<Answer>(child: ChildProcess, key: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('A process of the bench ended early.'));
    const listen = (message: Message): void => {
      if (!(key in message)) return;
      child.off('message', listen);
      child.off('exit', gone);
      resolve(message[key] as Answer);
    };
    child.on('message', listen);
    child.once('exit', gone);
  });
}
