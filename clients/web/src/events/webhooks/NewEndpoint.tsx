import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import { ShownOnce } from '../../look/ShownOnce.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { endpointInputOf, newDraft } from './endpoint-draft.ts';
import { CreateEndpointDocument } from './webhooks.ts';

/** An address that is sent to from now on; its secret is shown this once. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new webhook', newDraft);
  const create = useWrite(CreateEndpointDocument);
  const [made, setMade] = useState<{ id: string; secret: string }>();

  async function save() {
    const created = await create.write({ input: { ...endpointInputOf(draft.fields), url: draft.fields.url.trim() } });
    if (created)
      setMade({ id: created.createWebhookEndpoint.endpoint.id, secret: created.createWebhookEndpoint.secret });
    return created;
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
        <EndpointForm draft={draft} write={create} action={t('webhooks.create')} isReady onSave={save} />
      )}
    </Panel>
  );
}
