import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { UNKNOWN_STATE } from './uncaught.ts';

const script = new URL('./uncaught.testing.ts', import.meta.url).pathname;

async function run(kind: string): Promise<{ code: number; lines: unknown[] }> {
  const { code, stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    '@mycelium/database/typescript',
    script,
    kind,
  ]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => error,
  );
  return {
    code,
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test.each([
  ['an error in a timer', 'boom', 1],
  ['an error in a microtask', 'boom', 1],
  ['a promise that is rejected', 'boom', 1],
  ['a promise that is rejected with no error', 'boom', 1],
  ['an emitter without a listener', 'boom', 1],
  ['a socket without a listener', 'ECONNREFUSED', 1],
  ['another one while it drains', 'boom', 2],
])(
  '%s is logged with its cause, and the process drains and ends with a code of its own',
  async (kind, cause, times) => {
    const { code, lines } = await run(kind);
    expect(code).toBe(UNKNOWN_STATE);
    expect(lines.pop()).toBe('drained');
    expect(lines).toHaveLength(times);
    for (const line of lines) {
      expect(line).toMatchObject({ level: 60, origin: expect.any(String) });
      expect(JSON.stringify(line)).toContain(cause);
    }
  },
);
