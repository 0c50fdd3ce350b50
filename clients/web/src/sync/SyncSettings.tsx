import { Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import { useMay } from '../session/viewer.tsx';
import {
  configOfSettings,
  directions,
  draftOfSettings,
  fields,
  oneOf,
  policies,
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

/** How a sync works: which way, whose word counts, when it stops to ask. */
export function SyncSettings({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const mayWrite = useMay('sync:write');
  const { id, version, config } = sync;
  const draft = useDraft(`sync ${id}`, draftOfSettings(config), version);
  const { fields: settings, change } = draft;
  const update = useWrite(UpdateSyncConfigDocument);
  const product = t(`product.${sync.product}`);
  const mistakeAt = mistakesIn(draft, { mistakeAt: (place) => update.mistakeAt(`config.${place}`) }, {});

  async function save() {
    const saved = await update.write({ id, version, config: configOfSettings(settings, config) });
    if (saved) showDone(t('syncSettings.saved', { product }));
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      isReadOnly={!mayWrite}
      isReady={draft.isChanged}
      onSave={save}
    >
      <NativeSelect
        label={t('syncSettings.direction')}
        disabled={!mayWrite}
        value={settings.direction}
        error={mistakeAt('direction')}
        onChange={({ currentTarget }) => change({ direction: oneOf(directions, currentTarget.value) })}
        data={directions.map((value) => ({ value, label: t(`direction.${value}`, { product }) }))}
      />
      <Fieldset legend={t('syncSettings.sources')} variant="unstyled" disabled={!mayWrite}>
        <Stack gap="sm" mt="sm">
          {fields.map((field) => (
            <NativeSelect
              key={field}
              label={t(`fact.${field}`)}
              value={settings.sources[field]}
              error={update.mistakeAt(`config.sources.${field}`)}
              onChange={({ currentTarget }) =>
                change({ sources: { ...settings.sources, [field]: oneOf(sourceWords, currentTarget.value) } })
              }
              data={sourceWords.map((value) => ({ value, label: t(`source.${value}`, { product }) }))}
            />
          ))}
        </Stack>
      </Fieldset>
      <NativeSelect
        label={t('syncSettings.policy')}
        disabled={!mayWrite}
        value={settings.policy}
        error={mistakeAt('policy')}
        onChange={({ currentTarget }) => change({ policy: oneOf(policies, currentTarget.value) })}
        data={policies.map((value) => ({ value, label: t(`policy.${value}`, { product }) }))}
      />
      <TextInput
        label={t('syncSettings.confirmAbovePercent')}
        inputMode="decimal"
        autoComplete="off"
        readOnly={!mayWrite}
        value={settings.confirmAbovePercent}
        error={mistakeAt('confirmAbovePercent')}
        onChange={({ currentTarget }) => change({ confirmAbovePercent: currentTarget.value })}
      />
      <TextInput
        label={t('syncSettings.attempts')}
        inputMode="numeric"
        autoComplete="off"
        readOnly={!mayWrite}
        value={settings.attempts}
        error={mistakeAt('attempts')}
        onChange={({ currentTarget }) => change({ attempts: currentTarget.value })}
      />
    </FormFrame>
  );
}
