import type { ResultOf } from '@graphql-typed-document-node/core';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { Moment } from '../look/Moment.tsx';
import type { WaitingDocument } from './cash.ts';

type Till = NonNullable<ResultOf<typeof WaitingDocument>['cashSession']>['waiting'][number];

/** The tills of which something is missing in the report, and those that are silent, so that something may be: each with who is there. */
export function NotArrived({ tills, timeZone }: { tills: readonly Till[]; timeZone: string }) {
  const { t } = useTranslation();
  return tills.map(({ stationId, name, takenBy, signedIn, waiting, waitingSince, silentSince }) => {
    const person = takenBy.length > 0 ? takenBy.join(', ') : signedIn;
    const till = person ? t('cash.tillOf', { name, person }) : name;
    const since = waiting > 0 ? waitingSince : silentSince;
    return (
      <Alert key={stationId} color="orange" variant="outline" icon={<Icon name="alert" />}>
        {waiting > 0 ? t('cash.notArrived', { till, count: waiting }) : t('cash.silent', { till })}
        {since && (
          <>
            {' · '}
            <Moment at={since} timeZone={timeZone} />
          </>
        )}
      </Alert>
    );
  });
}
