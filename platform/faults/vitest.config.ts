import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

/** What a hostile client could do, tried from outside, and what is killed and started again; one file at a time, since each has the machine to itself. */
export default defineConfig({
  ...usual,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    ...usual.test,
    include: ['platform/faults/*.faults.ts', '**/src/**/*.faults.ts', '{gateway,platform}/test/**/*.faults.ts'],
    maxWorkers: 1,
    isolate: true,
    testTimeout: 900_000,
  },
});
