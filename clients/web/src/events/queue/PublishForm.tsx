import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { showDone } from '../../look/notify.tsx';
import panel from '../../look/Panel.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { mistakeText } from '../../words/refusal-text.ts';
import type { EventType } from '../events.ts';
import { objectIn } from '../json-draft.ts';
import { exampleOf } from './example.ts';

const PublishDocument = graphql(`
  mutation PublishTestEvent($input: PublishEventInput!) {
    publishEvent(input: $input) {
      eventId
      eventType
      targets
    }
  }
`);

interface Draft {
  type: EventType | undefined;
  targets: readonly string[];
  payload: string;
}

/** A type's targets and an example of its payload, to begin with. */
function draftOf(type: EventType | undefined): Draft {
  return {
    type,
    targets: type?.targets ?? [],
    payload: type ? JSON.stringify(exampleOf(type.payloadSchema), undefined, 2) : '',
  };
}

export function PublishForm({
  types,
  onPublished,
}: {
  types: readonly EventType[];
  onPublished: (eventId: string) => void;
}) {
  const { t } = useTranslation();
  const [{ type, targets, payload }, setDraft] = useState(() => draftOf(types[0]));
  const [wasTried, setTried] = useState(false);
  const [{ fetching, error }, publish] = useMutation(PublishDocument);
  const problem = error && problemOf(error);
  const [, field, ...place] = problem?.code === 'BAD_USER_INPUT' ? problem.path : [];
  const given = objectIn(payload);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!type || !given || targets.length === 0) return;
    const input = { eventType: type.name, source: type.source, targets: [...targets], payload: given };
    const { data } = await publish({ input });
    if (!data) return;
    showDone(t('events.isPublished', { type: type.name, targets: data.publishEvent.targets.join(', ') }));
    onPublished(data.publishEvent.eventId);
  }

  function toggle(target: string) {
    const next = targets.includes(target) ? targets.filter((each) => each !== target) : [...targets, target];
    setDraft({ type, targets: next, payload });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={t('events.type')}
          description={type?.description}
          data={types.map(({ name }) => name)}
          value={type?.name}
          onChange={({ currentTarget }) => {
            setTried(false);
            setDraft(draftOf(types.find(({ name }) => name === currentTarget.value)));
          }}
        />
        {type && (
          <Text size="sm" c="var(--quiet)">
            {t('events.toldBy', { source: type.source })}
          </Text>
        )}
        <Fieldset legend={t('events.targets')} variant="unstyled">
          <Group gap="md" mt="sm">
            {type?.targets.map((target) => (
              <Checkbox
                key={target}
                size="md"
                label={target}
                checked={targets.includes(target)}
                onChange={() => toggle(target)}
              />
            ))}
          </Group>
          {wasTried && targets.length === 0 && (
            <Text size="sm" c="var(--failed)">
              {t('events.targetsMissing')}
            </Text>
          )}
        </Fieldset>
        <Textarea
          label={t('events.payload')}
          description={t('events.payloadHint')}
          rows={12}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={payload}
          error={
            given
              ? field === 'payload' && problem && [place.join('.'), mistakeText(problem)].filter(Boolean).join(': ')
              : t('events.noJson')
          }
          onChange={({ currentTarget }) => setDraft({ type, targets, payload: currentTarget.value })}
        />
        {problem && field !== 'payload' && <Trouble problem={problem} />}
        <div className={panel.actions}>
          <Button type="submit" loading={fetching}>
            {t('events.publishNow')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
