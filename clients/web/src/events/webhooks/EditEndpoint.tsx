import { Button } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useOutletContext, useParams } from 'react-router';
import { useMutation } from 'urql';
import { Empty } from '../../look/Empty.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { draftOfEndpoint, type EndpointDraft, endpointInputOf } from './endpoint-draft.ts';
import { type Endpoint, UpdateEndpointDocument, type WebhooksOutlet } from './webhooks.ts';

/** Changes where an endpoint is and what it is told. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { endpointId } = useParams();
  const { endpoints, askAgain } = useOutletContext<WebhooksOutlet>();
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  return (
    <Panel title={t('webhooks.edit')} onClose={() => navigate(`/events/webhooks/${endpointId}`)}>
      {endpoint ? (
        <Edit key={endpoint.id} endpoint={endpoint} askAgain={askAgain} />
      ) : (
        <Empty icon="share" title={t('webhooks.goneTitle')} text={t('webhooks.goneText')} />
      )}
    </Panel>
  );
}

function Edit({ endpoint, askAgain }: { endpoint: Endpoint; askAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // What was not touched shows as it is now; what was changed meanwhile is seen before it is written over.
  const [changes, setChanges] = useState<Partial<EndpointDraft>>({});
  const [seen, setSeen] = useState<number | undefined>(endpoint.version);
  const [{ fetching, error }, update] = useMutation(UpdateEndpointDocument);
  const back = `/events/webhooks/${endpoint.id}`;

  async function submit() {
    const input = { ...endpointInputOf(changes), version: seen ?? endpoint.version };
    const { data, error: refusal } = await update({ id: endpoint.id, input });
    if (data) {
      showDone(t('webhooks.saved'));
      navigate(back);
    } else if (refusal && problemOf(refusal).code === 'CONFLICT') {
      setSeen(undefined);
      askAgain();
    }
  }

  return (
    <EndpointForm
      draft={{ ...draftOfEndpoint(endpoint), ...changes }}
      onChange={(more) => setChanges({ ...changes, ...more })}
      problem={error && problemOf(error)}
      answer={t('action.save')}
      isReady={Object.keys(changes).length > 0}
      isSaving={fetching}
      onSubmit={submit}
    >
      <Button component={Link} to={back} variant="default">
        {t('action.cancel')}
      </Button>
    </EndpointForm>
  );
}
