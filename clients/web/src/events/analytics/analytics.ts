import { graphql } from '../../generated/gql.ts';
import type { AnalyticsRowFragment } from '../../generated/graphql.ts';
import { webhookIdOf } from '../target.ts';

export const AnalyticsDocument = graphql(`
  query EventAnalytics($from: DateTime!) {
    viewer {
      id
      tenant {
        id
        eventAnalytics(from: $from) {
          ...AnalyticsRow
        }
      }
    }
  }

  fragment AnalyticsRow on EventAnalytics {
    days {
      day
      published
      acknowledged
      failed
      timeout
    }
    types {
      eventType
      published
      acknowledged
      failed
      timeout
    }
    channels {
      source
      target
      published
      acknowledged
      failed
      timeout
    }
    topFailures {
      eventType
      source
      target
      failed
      timeout
    }
  }
`);

export const AnalyticsExportDocument = graphql(`
  query EventAnalyticsExport($from: DateTime!, $after: String) {
    viewer {
      id
      tenant {
        id
        eventAnalyticsExport(from: $from, after: $after) {
          csv
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type Analytics = AnalyticsRowFragment;
export type Failures = Analytics['topFailures'][number];

export interface Counts {
  published: number;
  acknowledged: number;
  failed: number;
  timeout: number;
}

/** How far one looks back, in days. */
export const spans = ['7', '30', '90'] as const;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** When the first of so many days began, today (UTC) included. */
export function startOf(days: number, now = Date.now()): string {
  return new Date((Math.floor(now / DAY_MS) - days + 1) * DAY_MS).toISOString();
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = { published: 0, acknowledged: 0, failed: 0, timeout: 0 };
  for (const { published, acknowledged, failed, timeout } of all) {
    sum.published += published;
    sum.acknowledged += acknowledged;
    sum.failed += failed;
    sum.timeout += timeout;
  }
  return sum;
}

/** What was acknowledged of what has ended; nothing where nothing has. */
export function rateOf({ acknowledged, failed, timeout }: Counts): number | undefined {
  const ended = acknowledged + failed + timeout;
  return ended === 0 ? undefined : acknowledged / ended;
}

/** How each application did with what it was sent, worst first; webhooks are none, and may wait with good reason. */
export function ratesOf(channels: Analytics['channels']): { application: string; rate: number; counts: Counts }[] {
  const byTarget = Map.groupBy(channels, ({ target }) => target);
  return [...byTarget]
    .flatMap(([application, own]) => {
      const counts = sumOf(own);
      const rate = rateOf(counts);
      return rate === undefined || webhookIdOf(application) ? [] : [{ application, rate, counts }];
    })
    .sort((one, other) => one.rate - other.rate || one.application.localeCompare(other.application));
}
