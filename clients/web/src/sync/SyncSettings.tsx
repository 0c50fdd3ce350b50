import { Button, Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { showDone } from '../look/notify.tsx';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { useMay } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import {
  configOfSettings,
  directions,
  draftOfSettings,
  fields,
  oneOf,
  policies,
  type SettingsDraft,
  sourceWords,
} from './settings-draft.ts';
import type { Sync } from './sync.ts';

const UpdateSyncConfigDocument = graphql(`
  mutation UpdateSyncConfig($id: ID!, $version: Int!, $config: Settings!) {
    updateSyncConfig(id: $id, version: $version, config: $config) {
      ...SyncRow
    }
  }
`);

const places = ['direction', 'policy', 'confirmAbovePercent', 'attempts', ...fields.map((field) => `sources.${field}`)];

/** How a sync works: which way, whose word counts, when it stops to ask. */
export function SyncSettings({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const mayWrite = useMay('sync:write');
  const start = draftOfSettings(sync.config);
  const [draft, setDraft] = useState<SettingsDraft>(start);
  const [{ fetching, error }, update] = useMutation(UpdateSyncConfigDocument);
  const product = t(`product.${sync.product}`);
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path.slice(1).join('.') : '';
  const messageAt = (place: string) => (refused === place && problem ? mistakeText(problem) : undefined);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const config = configOfSettings(draft, sync.config);
    const { data } = await update({ id: sync.id, version: sync.version, config });
    if (data) showDone(t('syncSettings.saved', { product }));
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={t('syncSettings.direction')}
          disabled={!mayWrite}
          value={draft.direction}
          error={messageAt('direction')}
          onChange={({ currentTarget }) => setDraft({ ...draft, direction: oneOf(directions, currentTarget.value) })}
          data={directions.map((value) => ({ value, label: t(`direction.${value}`, { product }) }))}
        />
        <Fieldset legend={t('syncSettings.sources')} variant="unstyled" disabled={!mayWrite}>
          <Stack gap="sm" mt="sm">
            {fields.map((field) => (
              <NativeSelect
                key={field}
                label={t(`fact.${field}`)}
                value={draft.sources[field]}
                error={messageAt(`sources.${field}`)}
                onChange={({ currentTarget }) =>
                  setDraft({
                    ...draft,
                    sources: { ...draft.sources, [field]: oneOf(sourceWords, currentTarget.value) },
                  })
                }
                data={sourceWords.map((value) => ({ value, label: t(`source.${value}`, { product }) }))}
              />
            ))}
          </Stack>
        </Fieldset>
        <NativeSelect
          label={t('syncSettings.policy')}
          disabled={!mayWrite}
          value={draft.policy}
          error={messageAt('policy')}
          onChange={({ currentTarget }) => setDraft({ ...draft, policy: oneOf(policies, currentTarget.value) })}
          data={policies.map((value) => ({ value, label: t(`policy.${value}`, { product }) }))}
        />
        <TextInput
          label={t('syncSettings.confirmAbovePercent')}
          inputMode="decimal"
          autoComplete="off"
          readOnly={!mayWrite}
          value={draft.confirmAbovePercent}
          error={messageAt('confirmAbovePercent')}
          onChange={({ currentTarget }) => setDraft({ ...draft, confirmAbovePercent: currentTarget.value })}
        />
        <TextInput
          label={t('syncSettings.attempts')}
          inputMode="numeric"
          autoComplete="off"
          readOnly={!mayWrite}
          value={draft.attempts}
          error={messageAt('attempts')}
          onChange={({ currentTarget }) => setDraft({ ...draft, attempts: currentTarget.value })}
        />
        {problem && !places.includes(refused) && <Trouble problem={problem} />}
        {mayWrite && (
          <div className={panel.actions}>
            <Button type="submit" loading={fetching} disabled={!isChanged}>
              {t('action.save')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
