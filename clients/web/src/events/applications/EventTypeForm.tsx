import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { showDone } from '../../look/notify.tsx';
import panel from '../../look/Panel.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { mistakeText } from '../../words/refusal-text.ts';
import { mistakesOfType, type TypeDraft, typeInputOf } from './type-draft.ts';

const RegisterTypeDocument = graphql(`
  mutation RegisterEventType($input: RegisterEventTypeInput!) {
    registerEventType(input: $input) {
      ...EventTypeRow
    }
  }
`);

interface EventTypeFormProps {
  start: TypeDraft;
  applications: readonly string[];
  isNew: boolean;
  onSaved: (name: string) => void;
}

const fields = ['name', 'description', 'source', 'targets', 'aliases', 'payloadSchema'];

/** A type of events: its name, who tells it to whom, and the JSON Schema of what it carries. */
export function EventTypeForm({ start, applications, isNew, onSaved }: EventTypeFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(start);
  const [wasTried, setTried] = useState(false);
  const [{ fetching, error }, register] = useMutation(RegisterTypeDocument);
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const messageAt = (field: string) => refused === field && problem && mistakeText(problem);
  const mistakes = mistakesOfType(draft);
  const change = (changes: Partial<TypeDraft>) => setDraft((current) => ({ ...current, ...changes }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (mistakes.name || mistakes.targets || mistakes.schema) return;
    const { data } = await register({ input: typeInputOf(draft) });
    if (!data) return;
    const { name } = data.registerEventType;
    showDone(t('events.isRegistered', { name }));
    onSaved(name);
  }

  function toggle(name: string) {
    const { targets } = draft;
    change({ targets: targets.includes(name) ? targets.filter((each) => each !== name) : [...targets, name] });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('events.name')}
          description={t('events.typeNameHint')}
          value={draft.name}
          readOnly={!isNew}
          error={messageAt('name') || (wasTried && mistakes.name && t('mistake.nameMissing'))}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <TextInput
          label={t('events.typeDescription')}
          value={draft.description}
          error={messageAt('description')}
          onChange={({ currentTarget }) => change({ description: currentTarget.value })}
        />
        <NativeSelect
          label={t('events.source')}
          data={[...applications]}
          value={draft.source}
          error={messageAt('source')}
          onChange={({ currentTarget }) => change({ source: currentTarget.value })}
        />
        <Fieldset legend={t('events.target')} variant="unstyled">
          <Stack gap="sm" mt="sm">
            <Checkbox
              size="md"
              label={t('events.allTargets')}
              checked={draft.isForAll}
              onChange={({ currentTarget }) => change({ isForAll: currentTarget.checked })}
            />
            {!draft.isForAll && (
              <Group gap="md">
                {applications
                  .filter((name) => name !== draft.source)
                  .map((name) => (
                    <Checkbox
                      key={name}
                      size="md"
                      label={name}
                      checked={draft.targets.includes(name)}
                      onChange={() => toggle(name)}
                    />
                  ))}
              </Group>
            )}
            {(messageAt('targets') || (wasTried && mistakes.targets)) && (
              <Text size="sm" c="var(--failed)">
                {messageAt('targets') || t('events.targetsMissing')}
              </Text>
            )}
          </Stack>
        </Fieldset>
        <TextInput
          label={t('events.aliases')}
          description={t('events.aliasesHint')}
          value={draft.aliases}
          error={messageAt('aliases')}
          onChange={({ currentTarget }) => change({ aliases: currentTarget.value })}
        />
        <Textarea
          label={t('events.schema')}
          rows={12}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={draft.schema}
          error={mistakes.schema ? t('events.noJson') : messageAt('payloadSchema')}
          onChange={({ currentTarget }) => change({ schema: currentTarget.value })}
        />
        {problem && !fields.includes(String(refused)) && <Trouble problem={problem} />}
        <div className={panel.actions}>
          <Button type="submit" loading={fetching}>
            {t('events.register')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
