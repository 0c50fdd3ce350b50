import type { Entry } from '@mycelium/client-kit/outbox/entry';
import type { Outbox } from '@mycelium/client-kit/outbox/outbox';
import { useEffect } from 'react';
import { graphql } from '../generated/gql.ts';
import { appVersion } from './app-version.ts';
import type { StationGraph } from './graph.ts';
import type { StationPage } from './page.ts';

const ReportStationDocument = graphql(`
  mutation ReportStation($input: StationReportInput!) {
    reportStation(input: $input) {
      id
    }
  }
`);

const EVERY_MS = 15_000;

/** Says again and again that this station is there, and what waits in its outbox. Refused, it is paired no longer. */
export function useReport(
  { client }: StationGraph,
  { cashSessionOf }: StationPage,
  outbox: Outbox,
  isStation: boolean,
): void {
  useEffect(() => {
    if (!isStation) return;
    const report = () => {
      const { entries, oldestAt } = outbox.standing();
      const input = {
        appVersion,
        isSecure: isSecureContext,
        waiting: entries.length,
        waitingSince: oldestAt === undefined ? null : new Date(oldestAt).toISOString(),
        cashWaiting: cashWaitingOf(entries, cashSessionOf),
      };
      void client.mutation(ReportStationDocument, { input }).toPromise();
    };
    report();
    const timer = setInterval(report, EVERY_MS);
    return () => clearInterval(timer);
  }, [client, cashSessionOf, outbox, isStation]);
}

/** The sessions whose cash waits here, each with how much of it does and who took it. */
function cashWaitingOf(entries: readonly Entry[], sessionOf: StationPage['cashSessionOf'] = () => undefined) {
  const bySession = Map.groupBy(entries, sessionOf);
  return [...bySession].flatMap(([sessionId, own]) => {
    if (sessionId === undefined) return [];
    return { sessionId, waiting: own.length, takenBy: [...new Set(own.flatMap(({ by }) => by ?? []))] };
  });
}
