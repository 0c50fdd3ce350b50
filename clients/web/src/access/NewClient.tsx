import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
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
  const [{ fetching, error }, create] = useMutation(CreateClientDocument);
  return (
    <Panel title={t('access.new')} onClose={() => navigate('/access')}>
      <ClientForm
        start={newClient}
        problem={error && problemOf(error)}
        isBusy={fetching}
        isReadOnly={false}
        action={t('access.create')}
        onSave={async (draft) => {
          const { data } = await create({ input: clientInputOf(draft) });
          if (data) await navigate(`/access/${data.createApiClient.id}`);
        }}
      />
    </Panel>
  );
}
