import { newClientId } from '@mycelium/client-kit/outbox/client-id';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewerProvider } from '../session/viewer.tsx';
import { serverClock } from './device.ts';
import type { StationGraph } from './graph.ts';
import type { StationPage } from './page.ts';
import { type Signing, useSigned } from './person/signing.ts';
import { StationFrame } from './StationFrame.tsx';
import { showProblem } from './show-problem.ts';
import { useQueue } from './use-queue.ts';
import { useReport } from './use-report.ts';
import { type Sent, type Station, StationContext } from './use-station.ts';
import type { StationLocation, Who } from './who.ts';

interface StationAtProps {
  page: StationPage;
  graph: StationGraph;
  signing: Signing | undefined;
  who: Who;
  location: StationLocation;
  onMove: (() => void) | undefined;
}

const nobody = { onChange: () => () => {}, signed: () => undefined };

/** The page at a location, with all that it works with. */
export function StationAt({ page, graph, signing, who, location, onMove }: StationAtProps) {
  const { t } = useTranslation();
  const [sent] = useState(() => new Set<Sent>());
  const tell = useCallback<Sent>(
    (entry, data) => {
      for (const listener of [...sent]) listener(entry, data);
    },
    [sent],
  );
  const outbox = useQueue(graph, page, location, tell);
  useReport(graph, page, outbox, who.station != null);
  const signed = useSigned(signing ?? nobody);
  const station = useMemo<Station>(() => {
    const { client, connection, writer } = graph;
    const scopes = new Set([...who.scopes, ...(signed?.scopes ?? [])]);
    const by = signed?.name ?? who.user?.name;
    return {
      ...{ who, location, client, connection, outbox, signed, now: serverClock.now },
      onSent(listener) {
        sent.add(listener);
        return () => sent.delete(listener);
      },
      newId: () => newClientId(serverClock.now),
      may: (scope) => scopes.has(scope),
      async enqueue(...additions) {
        signing?.used();
        try {
          await outbox.add(...additions.map((addition) => ({ ...addition, ...(by && { by }) })));
          return true;
        } catch {
          showProblem(t('device.notKept'));
          return false;
        }
      },
      write(document, variables) {
        signing?.used();
        return writer.mutation(document, variables).toPromise();
      },
    };
  }, [graph, outbox, sent, who, location, signed, signing, t]);

  return (
    <ViewerProvider viewer={who} tenant={who.tenant}>
      <StationContext value={station}>
        <StationFrame page={page} signing={signing} onMove={onMove} />
      </StationContext>
    </ViewerProvider>
  );
}
