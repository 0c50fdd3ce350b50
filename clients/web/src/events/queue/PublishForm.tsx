import { Checkbox, Fieldset, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Mistake } from '../../look/Mistake.tsx';
import { showDone } from '../../look/notify.tsx';
import { toggled } from '../../look/toggled.ts';
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

interface Fields {
  eventType: string;
  targets: readonly string[];
  payload: string;
}

/** A type's targets, but for those that are off, and an example of its payload, to begin with. */
function fieldsOf(type: EventType | undefined, off: ReadonlySet<string>): Fields {
  return {
    eventType: type?.name ?? '',
    targets: type?.targets.filter((target) => !off.has(target)) ?? [],
    payload: type ? JSON.stringify(exampleOf(type.payloadSchema), undefined, 2) : '',
  };
}

export function PublishForm({
  types,
  off,
  onPublished,
}: {
  types: readonly EventType[];
  /** The applications that are sent nothing. */
  off: ReadonlySet<string>;
  onPublished: (eventId: string) => void;
}) {
  const { t } = useTranslation();
  const draft = useDraft('publish', fieldsOf(types[0], off));
  const { fields, change } = draft;
  const { targets, payload } = fields;
  const publish = useWrite(PublishDocument);
  const type = types.find(({ name }) => name === fields.eventType) ?? types[0];
  const given = objectIn(payload);
  const missing = {
    targets: targets.length === 0 && t('events.targetsMissing'),
    payload: !given && t('events.noJson'),
  };
  const mistakeAt = mistakesIn(draft, publish, missing);
  const [, , ...place] = publish.problem?.path ?? [];

  async function save() {
    if (!type || !given || hasMistakes(missing)) return undefined;
    const input = { eventType: type.name, source: type.source, targets: [...targets], payload: given };
    const published = await publish.write({ input });
    if (!published) return undefined;
    showDone(t('events.isPublished', { type: type.name, targets: published.publishEvent.targets.join(', ') }));
    onPublished(published.publishEvent.eventId);
    return published;
  }

  return (
    <FormFrame draft={draft} write={publish} action={t('events.publishNow')} onSave={save}>
      <NativeSelect
        label={t('events.type')}
        description={type?.description}
        data={types.map(({ name }) => name)}
        value={type?.name}
        onChange={({ currentTarget }) =>
          change(
            fieldsOf(
              types.find(({ name }) => name === currentTarget.value),
              off,
            ),
          )
        }
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
              label={off.has(target) ? `${target} (${t('events.standing.off')})` : target}
              disabled={off.has(target)}
              checked={targets.includes(target)}
              onChange={() => change({ targets: toggled(targets, target) })}
            />
          ))}
        </Group>
        <Mistake>{mistakeAt('targets')}</Mistake>
      </Fieldset>
      <Textarea
        label={t('events.payload')}
        description={t('events.payloadHint')}
        rows={12}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={payload}
        error={given ? [place.join('.'), mistakeAt('payload')].filter(Boolean).join(': ') : t('events.noJson')}
        onChange={({ currentTarget }) => change({ payload: currentTarget.value })}
      />
    </FormFrame>
  );
}
