import type { Outbox } from '@mycelium/client-kit/outbox/outbox';
import { useEffect } from 'react';
import { graphql } from '../generated/gql.ts';
import { appVersion } from './app-version.ts';
import type { StationGraph } from './graph.ts';

const ReportStationDocument = graphql(`
  mutation ReportStation($input: StationReportInput!) {
    reportStation(input: $input) {
      id
    }
  }
`);

const EVERY_MS = 15_000;

/** Says again and again that this station is there, and what waits in its outbox. Refused, it is paired no longer. */
export function useReport({ client }: StationGraph, outbox: Outbox, isStation: boolean): void {
  useEffect(() => {
    if (!isStation) return;
    const report = () => {
      const { entries, oldestAt } = outbox.standing();
      const input = {
        appVersion,
        isSecure: isSecureContext,
        waiting: entries.length,
        waitingSince: oldestAt === undefined ? null : new Date(oldestAt).toISOString(),
      };
      void client.mutation(ReportStationDocument, { input }).toPromise();
    };
    report();
    const timer = setInterval(report, EVERY_MS);
    return () => clearInterval(timer);
  }, [client, outbox, isStation]);
}
