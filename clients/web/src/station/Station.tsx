import { Button, Loader } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InGraph } from '../graph/GraphProvider.tsx';
import { Empty } from '../look/Empty.tsx';
import { Notices } from '../look/Notices.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { session } from '../session/session.ts';
import { useIdentity } from '../session/use-identity.ts';
import { loadWords } from '../words/words.ts';
import { deviceToken, useDeviceToken } from './device.ts';
import { StationDoor } from './door/StationDoor.tsx';
import { createStationGraph, type StationGraph } from './graph.ts';
import { LocationChoice } from './LocationChoice.tsx';
import { OtherStation } from './OtherStation.tsx';
import { keepStartable } from './offline/keep-startable.ts';
import type { StationPage } from './page.ts';
import { createSigning, type Signing } from './person/signing.ts';
import classes from './Station.module.css';
import { StationAt } from './StationAt.tsx';
import { useLocationChoice } from './use-location.ts';
import { useWho } from './use-who.ts';
import type { Who } from './who.ts';
import { stationWords } from './words.ts';

/** A page of a station: opened by the token of a paired device, by a person's own session, or not yet. */
export function Station({ page }: { page: StationPage }) {
  const token = useDeviceToken();
  const identity = useIdentity();
  const [areWordsHere, setWordsHere] = useState(false);
  useEffect(() => {
    const wanted = [['device', stationWords] as const, ...page.words];
    void Promise.all(wanted.map(([name, files]) => loadWords(name, files))).then(() => setWordsHere(true));
  }, [page]);

  useEffect(() => keepStartable(page.path), [page.path]);

  if (!areWordsHere) return <Coming />;
  const asked = token ? 'station' : identity;
  return (
    <>
      <link rel="manifest" href={`/app${page.path}.webmanifest`} />
      <Notices />
      {asked === undefined ? <StationDoor {...page} /> : <Opened key={asked} page={page} asked={asked} />}
    </>
  );
}

function Opened({ page, asked }: { page: StationPage; asked: string }) {
  const isStation = asked === 'station';
  const { graph, signing } = useMemo(() => {
    const own = isStation ? createSigning(deviceToken) : undefined;
    return {
      signing: own,
      graph: createStationGraph(isStation ? deviceToken : session, own ?? session),
    };
  }, [isStation]);
  useEffect(() => graph.close, [graph]);
  const { who, problem } = useWho(graph, asked);
  if (who)
    return (
      <InGraph graph={graph}>
        <Placed page={page} graph={graph} signing={signing} who={who} />
      </InGraph>
    );
  return problem ? (
    <div className={classes.middle}>
      <Trouble problem={problem} />
    </div>
  ) : (
    <Coming />
  );
}

interface PlacedProps {
  page: StationPage;
  graph: StationGraph;
  signing: Signing | undefined;
  who: Who;
}

function Placed({ page, graph, signing, who }: PlacedProps) {
  const { t } = useTranslation();
  const { choices, location, choose } = useLocationChoice(who);
  if (who.station && who.station.kind !== page.kind)
    return <OtherStation page={page} kind={who.station.kind} name={who.station.name} />;
  if (!who.station && !who.scopes.includes(page.scope))
    return (
      <Empty icon="off" title={t('trouble.FORBIDDEN.title')} text={t('trouble.FORBIDDEN.advice')}>
        <Button component="a" href="/app/" variant="default" size="lg">
          {t('device.console')}
        </Button>
      </Empty>
    );
  if (!location) return <LocationChoice choices={choices} onChoose={choose} />;
  const onMove = choices.length > 1 ? () => choose(undefined) : undefined;
  return (
    <StationAt
      key={location.id}
      page={page}
      graph={graph}
      signing={signing}
      who={who}
      location={location}
      onMove={onMove}
    />
  );
}

function Coming() {
  return (
    <div className={classes.middle}>
      <Loader />
    </div>
  );
}
