import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { Panel } from '../../look/Panel.tsx';
import { ShownOnce } from '../../look/ShownOnce.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { endpointInputOf, newDraft } from './endpoint-draft.ts';
import { CreateEndpointDocument } from './webhooks.ts';

/** An address that is told from now on; its secret is shown this once. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ fetching, error }, create] = useMutation(CreateEndpointDocument);
  const [draft, setDraft] = useState(newDraft);
  const [made, setMade] = useState<{ id: string; secret: string }>();

  async function submit() {
    const { data } = await create({ input: { ...endpointInputOf(draft), url: draft.url.trim() } });
    if (data) setMade({ id: data.createWebhookEndpoint.endpoint.id, secret: data.createWebhookEndpoint.secret });
  }

  return (
    <Panel title={t('webhooks.new')} onClose={() => navigate('/events/webhooks')}>
      {made ? (
        <ShownOnce
          secret={made.secret}
          text={t('webhooks.shownOnce')}
          onDone={() => navigate(`/events/webhooks/${made.id}`)}
        />
      ) : (
        <EndpointForm
          draft={draft}
          onChange={(changes) => setDraft({ ...draft, ...changes })}
          problem={error && problemOf(error)}
          answer={t('webhooks.create')}
          isReady
          isSaving={fetching}
          onSubmit={submit}
        />
      )}
    </Panel>
  );
}
