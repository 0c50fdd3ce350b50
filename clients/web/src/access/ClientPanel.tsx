import { Button, Divider, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
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
      historyOf={({ id }) => id}
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
  const { write: suspend } = useWrite(SuspendClientDocument, showTrouble);
  const { write: resume } = useWrite(ResumeClientDocument, showTrouble);
  const { write: remove } = useWrite(RemoveClientDocument, showTrouble);
  const isSuspended = client.status === 'SUSPENDED';

  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <ClientState client={client} />
        {mayWrite && (
          <Button variant="default" onClick={() => (isSuspended ? resume : suspend)({ id: client.id })}>
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
      <EditClient key={client.id} client={client} />
      {mayWrite && (
        <Group mb="lg">
          <Confirm
            label={t('access.remove')}
            question={t('access.removeQuestion', { name: client.name })}
            text={t('access.removeText')}
            answer={t('access.remove')}
            onConfirm={async () => {
              if (await remove({ id: client.id })) onRemoved();
            }}
          />
        </Group>
      )}
    </Stack>
  );
}

function EditClient({ client }: { client: ApiClient }) {
  const { t } = useTranslation();
  const mayWrite = useMay('access:write');
  const { id, version, scopes } = client;
  const draft = useDraft(`client ${id}`, draftOfClient(client), version);
  const update = useWrite(UpdateClientDocument);
  return (
    <ClientForm
      draft={draft}
      write={update}
      kept={scopes}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async (changed) => {
        const saved = await update.write({ id, input: { version, ...clientInputOf(changed) } });
        if (saved) showDone(t('access.saved', { name: saved.updateApiClient.name }));
        return saved;
      }}
    />
  );
}
