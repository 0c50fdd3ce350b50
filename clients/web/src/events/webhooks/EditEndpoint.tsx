import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showDone } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { draftOfEndpoint, endpointInputOf } from './endpoint-draft.ts';
import { useEndpoint } from './use-endpoint.ts';
import { type Endpoint, UpdateEndpointDocument } from './webhooks.ts';

/** Changes where an endpoint is and what it is sent. */
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
      {(endpoint) => <Edit key={endpoint.id} endpoint={endpoint} />}
    </ThingPanel>
  );
}

function Edit({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, version } = endpoint;
  const draft = useDraft(`webhook ${id}`, draftOfEndpoint(endpoint), version);
  const update = useWrite(UpdateEndpointDocument);
  const back = `/events/webhooks/${id}`;

  async function save() {
    const saved = await update.write({ id, input: { ...endpointInputOf(draft.changes), version } });
    if (!saved) return undefined;
    showDone(t('webhooks.saved'));
    await navigate(back);
    return saved;
  }

  return (
    <EndpointForm
      draft={draft}
      write={update}
      action={t('action.save')}
      isReady={draft.isChanged}
      onSave={save}
      beside={
        <Button component={Link} to={back} variant="default">
          {t('action.cancel')}
        </Button>
      }
    />
  );
}
