import { isData } from '../graph/cache-lists.ts';

const changes = [
  ...['publishEvent', 'importEvents', 'retryEvent', 'replayEvent', 'discardEvent'],
  ...['pauseChannel', 'resumeChannel', 'closeBreaker', 'setConsumer', 'reconcileEvents'],
];

/** For `on` of views that say what is on its way, or how it went: all that may change that. */
export function onBusChange<Field extends string>(...fields: Field[]) {
  return { ...onBusMutation(...fields), communicationMatrixChanged: fields };
}

/** The same for the matrix, which comes as it is. */
export function onBusMutation<Field extends string>(...fields: Field[]) {
  return {
    ...Object.fromEntries(changes.map((change) => [change, fields])),
    eventJobChanged: ({ job }: { readonly job?: unknown }) => (isDone(job) ? fields : []),
  };
}

function isDone(job: unknown): boolean {
  return isData(job) && job.status !== 'QUEUED' && job.status !== 'RUNNING';
}
