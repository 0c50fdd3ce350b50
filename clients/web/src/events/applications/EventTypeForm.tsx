import { Checkbox, Fieldset, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Mistake } from '../../look/Mistake.tsx';
import { showDone } from '../../look/notify.tsx';
import { toggled } from '../../look/toggled.ts';
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
  /** Which of its versions this begins with. */
  version: number | undefined;
  onSaved: (name: string) => void;
}

/** A type of events: its name, who sends it to whom, and the JSON Schema of what it carries. */
export function EventTypeForm({ start, applications, isNew, version, onSaved }: EventTypeFormProps) {
  const { t } = useTranslation();
  const draft = useDraft(isNew ? 'new event type' : `event type ${start.name}`, start, version);
  const { fields: type, change } = draft;
  const register = useWrite(RegisterTypeDocument);
  const mistakes = mistakesOfType(type);
  const missing = {
    name: mistakes.name && t('mistake.nameMissing'),
    targets: mistakes.targets && t('events.targetsMissing'),
    schema: mistakes.schema && t('events.noJson'),
  };
  const mistakeAt = mistakesIn(draft, register, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const registered = await register.write({ input: typeInputOf(type) });
    if (!registered) return undefined;
    const { name } = registered.registerEventType;
    showDone(t('events.isRegistered', { name }));
    onSaved(name);
    return registered;
  }

  return (
    <FormFrame draft={draft} write={register} action={t('events.register')} onSave={save}>
      <TextInput
        label={t('events.name')}
        description={t('events.typeNameHint')}
        value={type.name}
        readOnly={!isNew}
        error={mistakeAt('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        label={t('events.typeDescription')}
        value={type.description}
        error={mistakeAt('description')}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
      <NativeSelect
        label={t('events.source')}
        data={[...applications]}
        value={type.source}
        error={mistakeAt('source')}
        onChange={({ currentTarget }) => change({ source: currentTarget.value })}
      />
      <Fieldset legend={t('events.target')} variant="unstyled">
        <Stack gap="sm" mt="sm">
          <Checkbox
            size="md"
            label={t('events.allTargets')}
            checked={type.isForAll}
            onChange={({ currentTarget }) => change({ isForAll: currentTarget.checked })}
          />
          {!type.isForAll && (
            <Group gap="md">
              {applications
                .filter((name) => name !== type.source)
                .map((name) => (
                  <Checkbox
                    key={name}
                    size="md"
                    label={name}
                    checked={type.targets.includes(name)}
                    onChange={() => change({ targets: toggled(type.targets, name) })}
                  />
                ))}
            </Group>
          )}
          <Mistake>{mistakeAt('targets')}</Mistake>
        </Stack>
      </Fieldset>
      <TextInput
        label={t('events.aliases')}
        description={t('events.aliasesHint')}
        value={type.aliases}
        error={mistakeAt('aliases')}
        onChange={({ currentTarget }) => change({ aliases: currentTarget.value })}
      />
      <Textarea
        label={t('events.schema')}
        rows={12}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={type.schema}
        error={mistakes.schema ? t('events.noJson') : register.mistakeAt('payloadSchema')}
        onChange={({ currentTarget }) => change({ schema: currentTarget.value })}
      />
    </FormFrame>
  );
}
