import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { until } from '@mycelium/database/embedded/process';
import WebSocket from 'ws';
import type { Server } from '../e2e/server.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process holds on its heap when nothing is left to be collected, in MB. */
export function heldMegabytes(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** The variables with which a server can be asked what it holds: its debugger takes a free port when it is called. */
export const debuggable = { NODE_OPTIONS: '--inspect-port=0' };

const DEBUGGER = /Debugger listening on (ws:\S+)/g;
const OPEN_WITHIN_MS = 5_000;

/** The same of a running server's process, asked through Node's debugger, which SIGUSR1 opens. */
export async function heldMegabytesOf(server: Server, pid: number): Promise<number> {
  const known = server.output.length;
  process.kill(pid, 'SIGUSR1');
  const newest = () => [...server.output.matchAll(DEBUGGER)].at(-1)?.[1];
  await until(() => server.output.slice(known).includes('Debugger listening'), OPEN_WITHIN_MS).catch(() => undefined);
  const url = newest();
  if (!url) throw new Error(`The debugger of ${pid} did not open:\n${server.output.slice(-500)}`);
  const socket = new WebSocket(url);
  const answers = new Map<number, (result: { result?: { value?: number } }) => void>();
  socket.on('message', (text) => {
    const { id, result } = JSON.parse(String(text)) as { id: number; result: { result?: { value?: number } } };
    answers.get(id)?.(result);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const call = (id: number, method: string, params = {}) =>
    new Promise<{ result?: { value?: number } }>((resolve) => {
      answers.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  await call(1, 'HeapProfiler.collectGarbage');
  await call(2, 'HeapProfiler.collectGarbage');
  const { result } = await call(3, 'Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed' });
  socket.close();
  return Number(result?.value) / 2 ** 20;
}
