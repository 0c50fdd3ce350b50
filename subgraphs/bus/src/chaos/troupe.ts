import { type ChildProcess, fork } from 'node:child_process';

/** What every chaos is made of: who publishes, and who takes. */
export const programs = {
  publisher: new URL('./publisher.ts', import.meta.url),
  consumer: new URL('./consumer.ts', import.meta.url),
};

/** Processes that are killed and come back. */
export interface Troupe {
  start(name: string, program: URL, args?: readonly string[], env?: Record<string, string>): void;
  /** Kills it at once and starts it again; one that has ended by itself stays ended. */
  strike(name: string): void;
  /** Kills all, for good. */
  end(): Promise<void>;
}

export function openTroupe(): Troupe {
  const players = new Map<string, { child: ChildProcess; again: () => void }>();
  const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
  function start(name: string, program: URL, args: readonly string[] = [], env: Record<string, string> = {}): void {
    const execArgv = ['--import', '@mycelium/database/typescript'];
    const child = fork(program, args, {
      execArgv,
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    players.set(name, { child, again: () => start(name, program, args, env) });
  }
  return {
    start,
    strike(name) {
      const player = players.get(name);
      if (!player || gone(player.child)) return;
      player.child.kill('SIGKILL');
      player.again();
    },
    async end() {
      await Promise.all(
        [...players.values()].map(async ({ child }) => {
          if (gone(child)) return;
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
}
