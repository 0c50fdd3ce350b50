import { isData } from '../../graph/cache-lists.ts';
import { cacheRules } from '../../graph/cache-rules.ts';
import { onBusChange } from '../bus-changes.ts';

export const rules = cacheRules({
  views: ['Tenant.failedEvents', 'Tenant.quarantine', 'Tenant.eventJobs', 'Tenant.countEvents'],
  on: {
    ...onBusChange('failedEvents', 'quarantine', 'countEvents'),
    retryQuarantinedEntry: 'quarantine',
    discardQuarantinedEntry: 'quarantine',
    startEventJob: 'eventJobs',
    recoverWebhook: 'eventJobs',
    eventJobChanged: ({ job }) => {
      if (!isData(job) || job.status === 'RUNNING') return [];
      // The jobs as well when one is done: a list that is on its way may still say that it runs.
      return job.status === 'QUEUED' ? 'eventJobs' : ['failedEvents', 'quarantine', 'eventJobs', 'countEvents'];
    },
  },
});
