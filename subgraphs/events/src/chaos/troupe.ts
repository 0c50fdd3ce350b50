import { type ChildProcess, fork } from 'node:child_process';

/** Processes that are killed and come back. */
export interface Troupe {
  start(name: string, module: string, args?: readonly string[], env?: Record<string, string>): void;
  /** Kills it at once and starts it again; one that has ended by itself stays ended. */
  strike(name: string): void;
  /** Kills all, for good. */
  end(): Promise<void>;
}

export function openTroupe(): Troupe {
  const players = new Map<string, { child: ChildProcess; again: () => void }>();
  const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
  function start(name: string, module: string, args: readonly string[] = [], env: Record<string, string> = {}): void {
    const execArgv = ['--import', 'tsx'];
    const child = fork(new URL(module, import.meta.url), args, {
      execArgv,
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    players.set(name, { child, again: () => start(name, module, args, env) });
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
