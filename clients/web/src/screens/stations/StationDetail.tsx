import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { DisplayState } from '../DisplayState.tsx';
import type { Station } from './stations.ts';

const UpdateStationDocument = graphql(`
  mutation UpdateStation($id: ID!, $input: UpdateStationInput!) {
    updateStation(id: $id, input: $input) {
      ...StationRow
    }
  }
`);

const RevokeStationDocument = graphql(`
  mutation RevokeStation($id: ID!) {
    revokeStation(id: $id) {
      ...StationRow
    }
  }
`);

const UnlockStationDocument = graphql(`
  mutation UnlockStation($id: ID!) {
    unlockStation(id: $id) {
      id
    }
  }
`);

/** One station: how it is, who is there, what has not reached the server, what it is called, and its end. */
export function StationDetail({ station }: { station: Station }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('station:write') && station.status !== 'REVOKED';
  const { id, version, signedIn, waiting, waitingSince, lastSeenAt } = station;
  const draft = useDraft(`station ${id}`, { name: station.name }, version);
  const { fields, change } = draft;
  const update = useWrite(UpdateStationDocument);
  const { write: revoke } = useWrite(RevokeStationDocument, showTrouble);
  const { write: unlock } = useWrite(UnlockStationDocument, showTrouble);
  const name = fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: { version, name } });
    if (saved) showDone(t('station.saved', { name: saved.updateStation.name }));
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      isReadOnly={!mayWrite}
      isReady={draft.isChanged}
      onSave={save}
      beside={
        mayWrite && (
          <Group gap="sm">
            <Button
              variant="default"
              onClick={async () => {
                if (await unlock({ id })) showDone(t('station.unlocked', { name: station.name }));
              }}
            >
              {t('station.unlock')}
            </Button>
            <Confirm
              label={t('station.revoke')}
              question={t('station.revokeQuestion', { name: station.name })}
              text={t('station.revokeText')}
              answer={t('station.revoke')}
              onConfirm={() => revoke({ id })}
            />
          </Group>
        )
      }
    >
      <Group justify="space-between">
        <DisplayState status={station.status} lastSeenAt={lastSeenAt} />
        <Text size="sm" c="var(--quiet)">
          {lastSeenAt ? <Moment at={lastSeenAt} timeZone={timeZone} /> : t('display.neverSeen')}
        </Text>
      </Group>
      <Text size="sm">
        {t(`station.kinds.${station.kind}`)} · {station.location.name ?? t('station.goneLocation')}
      </Text>
      <Text size="sm" c="var(--quiet)">
        {signedIn ? (
          <>
            {t('station.signedIn', { name: signedIn.name })} · <Moment at={signedIn.since} timeZone={timeZone} />
          </>
        ) : (
          t('station.nobody')
        )}
      </Text>
      {waiting > 0 && (
        <Alert color="orange" variant="outline" icon={<Icon name="alert" />}>
          {t('station.waiting', { count: waiting })}
          {waitingSince && (
            <>
              {' · '}
              <Moment at={waitingSince} timeZone={timeZone} />
            </>
          )}
        </Alert>
      )}
      {station.isSecure === false && (
        <Alert color="orange" variant="outline" icon={<Icon name="alert" />}>
          {t('station.notSecure')}
        </Alert>
      )}
      <Text size="sm" c="var(--quiet)">
        {t('display.pairedSince')} <Moment at={station.pairedAt} timeZone={timeZone} />
        {station.appVersion ? ` · ${station.appVersion}` : ''}
      </Text>
      <TextInput
        label={t('station.name')}
        value={fields.name}
        readOnly={!mayWrite}
        error={mistakeAt('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
    </FormFrame>
  );
}
