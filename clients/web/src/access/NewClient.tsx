import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { Panel } from '../look/Panel.tsx';
import { ClientForm } from './ClientForm.tsx';
import { clientInputOf, newClient } from './client-draft.ts';

const CreateClientDocument = graphql(`
  mutation CreateApiClient($input: CreateApiClientInput!) {
    createApiClient(input: $input) {
      ...ApiClientRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new client', newClient);
  const create = useWrite(CreateClientDocument);
  return (
    <Panel title={t('access.new')} onClose={() => navigate('/access')}>
      <ClientForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('access.create')}
        onSave={async (client) => {
          const created = await create.write({ input: clientInputOf(client) });
          if (created) await navigate(`/access/${created.createApiClient.id}`);
          return created;
        }}
      />
    </Panel>
  );
}
