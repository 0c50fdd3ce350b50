import { Button } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useMutation } from 'urql';
import { showDone } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { draftOfEndpoint, type EndpointDraft, endpointInputOf } from './endpoint-draft.ts';
import { useEndpoint } from './use-endpoint.ts';
import { type Endpoint, UpdateEndpointDocument } from './webhooks.ts';

/** Changes where an endpoint is and what it is told. */
export function Component() {
  const { t } = useTranslation();
  const { endpointId = '' } = useParams();
  const asked = useEndpoint(endpointId);
  return (
    <ThingPanel
      asked={asked}
      name={t('webhooks.edit')}
      titleOf={() => t('webhooks.edit')}
      icon="share"
      gone={{ title: t('webhooks.goneTitle'), text: t('webhooks.goneText') }}
      list={asked.thing === null ? '/events/webhooks' : `/events/webhooks/${endpointId}`}
    >
      {(endpoint) => <Edit key={endpoint.id} endpoint={endpoint} askAgain={asked.askAgain} />}
    </ThingPanel>
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
