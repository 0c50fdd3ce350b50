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
/** What is sent at once has left the outbox by then, and is not worth a report. */
const STUCK_AFTER_MS = 1_000;

/**
 * Says again and again that this station is there, and what waits in its outbox; as soon as something is stuck there,
 * and when nothing is any more, it says so without waiting for its turn. Refused, it is paired no longer.
 */
export function useReport(
  { client }: StationGraph,
  { cashSessionOf }: StationPage,
  outbox: Outbox,
  isStation: boolean,
): void {
  useEffect(() => {
    if (!isStation) return;
    const waitsFor = () => waitingFor(outbox.standing().entries, cashSessionOf);
    let told = '';
    let soon: ReturnType<typeof setTimeout> | undefined;
    const report = () => {
      const { entries, oldestAt } = outbox.standing();
      told = waitsFor();
      clearTimeout(soon);
      soon = undefined;
      const input = {
        appVersion,
        isSecure: isSecureContext,
        waiting: entries.length,
        waitingSince: oldestAt === undefined ? null : new Date(oldestAt).toISOString(),
        cashWaiting: cashWaitingOf(entries, cashSessionOf),
      };
      void client.mutation(ReportStationDocument, { input }).toPromise();
    };
    const reportSoon = () => {
      if (waitsFor() !== told) {
        soon ??= setTimeout(report, STUCK_AFTER_MS);
        return;
      }
      clearTimeout(soon);
      soon = undefined;
    };
    report();
    const timer = setInterval(report, EVERY_MS);
    const stop = outbox.onChange(reportSoon);
    return () => {
      stop();
      clearInterval(timer);
      clearTimeout(soon);
    };
  }, [client, cashSessionOf, outbox, isStation]);
}

/** Nothing, something, or something with cash of these sessions: when this changes, the server should hear of it. */
function waitingFor(entries: readonly Entry[], sessionOf: StationPage['cashSessionOf'] = () => undefined): string {
  return [...new Set(entries.map((entry) => sessionOf(entry) ?? 'without cash'))].sort().join();
}

/** The sessions whose cash waits here, each with how much of it does and who took it. */
function cashWaitingOf(entries: readonly Entry[], sessionOf: StationPage['cashSessionOf'] = () => undefined) {
  const bySession = Map.groupBy(entries, sessionOf);
  return [...bySession].flatMap(([sessionId, own]) => {
    if (sessionId === undefined) return [];
    return { sessionId, waiting: own.length, takenBy: [...new Set(own.flatMap(({ by }) => by ?? []))] };
  });
}
