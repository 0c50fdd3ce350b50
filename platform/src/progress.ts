/** Something that cannot go on, for a reason the person in front of it can remedy: the message is that sentence. */
export class Refusal extends Error {}

const running = new Map<string, number>();
const isTerminal = process.stdout.isTTY;
let timer: NodeJS.Timeout | undefined;
let lastReport = 0;

/** Does the work; what takes longer than a second shows that it is at work, and then how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  running.set(name, startedAt);
  timer ??= setInterval(report, 250).unref();
  try {
    return await work();
  } finally {
    running.delete(name);
    const seconds = (Date.now() - startedAt) / 1000;
    if (seconds >= 1) say(`  ${name}: ${seconds.toFixed(1)} s`);
    if (!running.size) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}

/** Prints a line, above what is at work. */
export function say(line: string): void {
  process.stdout.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`);
}

function report(): void {
  const now = Date.now();
  const slow = [...running].filter(([, startedAt]) => now - startedAt >= 1000);
  if (!slow.length) return;
  const line = `  ${slow.map(([name, startedAt]) => `${name} … ${Math.floor((now - startedAt) / 1000)} s`).join(' · ')}`;
  if (isTerminal) process.stdout.write(`\r\u001b[K${line}`);
  else if (now - lastReport >= 10_000) {
    lastReport = now;
    process.stdout.write(`${line}\n`);
  }
}
