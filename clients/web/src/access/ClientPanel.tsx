import { Button, Divider, Group, Stack } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useThing } from '../graph/use-thing.ts';
import { Confirm } from '../look/Confirm.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { type ApiClient, ApiClientDocument } from './access.ts';
import { ClientForm } from './ClientForm.tsx';
import { ClientState } from './ClientState.tsx';
import { clientInputOf, draftOfClient } from './client-draft.ts';
import { Keys } from './Keys.tsx';

const UpdateClientDocument = graphql(`
  mutation UpdateApiClient($id: ID!, $input: UpdateApiClientInput!) {
    updateApiClient(id: $id, input: $input) {
      ...ApiClientRow
    }
  }
`);

const SuspendClientDocument = graphql(`
  mutation SuspendApiClient($id: ID!) {
    suspendApiClient(id: $id) {
      ...ApiClientRow
    }
  }
`);

const ResumeClientDocument = graphql(`
  mutation ResumeApiClient($id: ID!) {
    resumeApiClient(id: $id) {
      ...ApiClientRow
    }
  }
`);

const RemoveClientDocument = graphql(`
  mutation RemoveApiClient($id: ID!) {
    removeApiClient(id: $id)
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { clientId = '' } = useParams();
  const asked = useThing({ query: ApiClientDocument, variables: { id: clientId } }, ({ apiClient }) => apiClient);
  return (
    <ThingPanel
      asked={asked}
      name={t('area.access')}
      titleOf={({ name }) => name}
      icon="key"
      gone={{ title: t('access.goneTitle'), text: t('access.goneText') }}
      list="/access"
    >
      {(client, close) => <Detail client={client} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ client, onRemoved }: { client: ApiClient; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('access:write');
  const [{ fetching, error }, update] = useMutation(UpdateClientDocument);
  const [, suspend] = useMutation(SuspendClientDocument);
  const [, resume] = useMutation(ResumeClientDocument);
  const [, remove] = useMutation(RemoveClientDocument);
  const isSuspended = client.status === 'SUSPENDED';

  async function turn() {
    const { error: refusal } = await (isSuspended ? resume : suspend)({ id: client.id });
    if (refusal) showTrouble(problemOf(refusal));
  }

  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <ClientState client={client} />
        {mayWrite && (
          <Button variant="default" onClick={turn}>
            {t(isSuspended ? 'access.resume' : 'access.suspend')}
          </Button>
        )}
      </Group>
      <Keys key={client.id} client={client} />
      <Group>
        <Button component={Link} to={`/access/${client.id}/operations`} variant="default">
          {t('operations.title')}
        </Button>
      </Group>
      <Divider />
      <ClientForm
        key={`${client.id} ${client.version}`}
        start={draftOfClient(client)}
        problem={error && problemOf(error)}
        isBusy={fetching}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        onSave={async (draft) => {
          const { data } = await update({
            id: client.id,
            input: { version: client.version, ...clientInputOf(draft) },
          });
          if (data) showDone(t('access.saved', { name: data.updateApiClient.name }));
        }}
      />
      {mayWrite && (
        <Group mb="lg">
          <Confirm
            label={t('access.remove')}
            question={t('access.removeQuestion', { name: client.name })}
            text={t('access.removeText')}
            answer={t('access.remove')}
            onConfirm={async () => {
              const { error: refusal } = await remove({ id: client.id });
              if (refusal) return showTrouble(problemOf(refusal));
              onRemoved();
            }}
          />
        </Group>
      )}
    </Stack>
  );
}
