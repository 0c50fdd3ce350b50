import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import usual from '../../vitest.config.ts';

/** What says how soon something is there again has the machine to itself. */
const alone = ['**/{rolling,resume}.faults.ts'];

const rest = ['platform/faults/*.faults.ts', '**/src/**/*.faults.ts', '{gateway,platform}/test/**/*.faults.ts'];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A minute each, so that nobody waits for one of them at the end. */
const longest = ['new', 'sync-process', 'endurance', 'start', 'isolation', 'operations'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`/${name}.faults.ts`));
    const usual = await super.sort(files);
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))];
  }
}

const together = { maxWorkers: 3, sequence: { groupOrder: 1 } };

/** What a hostile client could do, tried from outside, and what is killed and started again: three files at a time, since much of it is waiting, and then, one by one, what has the machine to itself. */
export default defineConfig({
  ...usual,
  root,
  test: {
    reporters: usual.test?.reporters,
    globalSetup: usual.test?.globalSetup,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('alone', { include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } }),
      project('together', { include: rest, exclude: [...configDefaults.exclude, ...alone], ...together }),
    ],
  },
});

function project(name: string, test: Record<string, unknown>) {
  return {
    root,
    resolve: usual.resolve,
    test: {
      name,
      isolate: false,
      expect: usual.test?.expect,
      setupFiles: usual.test?.setupFiles,
      testTimeout: 900_000,
      hookTimeout: 300_000,
      retry: usual.test?.retry,
      ...test,
    },
  };
}
