import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'graphql';
import { createApolloPlanner } from './apollo-planner.ts';
import type { Question, Told } from './planning-thread.ts';
import { TooLong, within } from './time-limit.ts';

/** The thread that plans what takes long. */
const planner = createApolloPlanner(String(workerData));

const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on('message', ({ text, operationName, milliseconds }: Question) => {
  try {
    const document = parse(text);
    tell({ planned: within(milliseconds, () => planner.plan(document, operationName)) });
  } catch (error) {
    if (error instanceof TooLong) tell('too long');
    else tell({ failed: error instanceof Error ? error.message : String(error) });
  }
});

tell('begun');
