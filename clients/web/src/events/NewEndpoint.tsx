import { Button, Stack, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import panel from '../look/Panel.module.css';
import { Panel } from '../look/Panel.tsx';
import { ShownOnce } from '../look/ShownOnce.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { CreateEndpointDocument } from './webhooks.ts';

const fields = ['url', 'description', 'eventTypes'];

/** An address that is told from now on; its secret is shown this once. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ fetching, error }, create] = useMutation(CreateEndpointDocument);
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [types, setTypes] = useState('');
  const [made, setMade] = useState<{ id: string; secret: string }>();
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const messageAt = (field: string) => refused === field && problem && mistakeText(problem);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const eventTypes = types.split(/[\s,]+/).filter(Boolean);
    const { data } = await create({
      input: {
        url: url.trim(),
        ...(description.trim() && { description: description.trim() }),
        ...(eventTypes.length > 0 && { eventTypes }),
      },
    });
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
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <TextInput
              label={t('webhooks.url')}
              description={t('webhooks.urlHint')}
              type="url"
              value={url}
              error={messageAt('url')}
              onChange={({ currentTarget }) => setUrl(currentTarget.value)}
            />
            <TextInput
              label={t('webhooks.description')}
              value={description}
              error={messageAt('description')}
              onChange={({ currentTarget }) => setDescription(currentTarget.value)}
            />
            <TextInput
              label={t('webhooks.types')}
              description={t('webhooks.typesHint')}
              value={types}
              error={messageAt('eventTypes')}
              onChange={({ currentTarget }) => setTypes(currentTarget.value)}
            />
            {problem && !fields.includes(String(refused)) && <Trouble problem={problem} />}
            <div className={panel.actions}>
              <Button type="submit" loading={fetching} disabled={!url.trim()}>
                {t('webhooks.create')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </Panel>
  );
}
