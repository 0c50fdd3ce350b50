import { Box, Fieldset, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import {
  draftOfSettings,
  type EventSettings,
  modes,
  numberFields,
  numbersOf,
  UpdateSettingsDocument,
} from './settings.ts';

/** The storage mode with what it costs, and the rules of trying again. */
export function SettingsForm({ settings }: { settings: EventSettings }) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const start = draftOfSettings(settings);
  const draft = useDraft('event settings', { ...start, mode: settings.mode }, settings.version);
  const { change } = draft;
  const { mode, ...typed } = draft.fields;
  const update = useWrite(UpdateSettingsDocument);
  const numbers = numbersOf(typed);

  async function save() {
    if (!numbers) return undefined;
    const saved = await update.write({ input: { version: settings.version, mode, ...numbers } });
    if (saved) showDone(t('events.settingsSaved'));
    return saved;
  }

  return (
    <Box maw={720}>
      <FormFrame
        draft={draft}
        write={update}
        action={t('action.save')}
        isReadOnly={!mayManage}
        isReady={draft.isChanged && numbers !== undefined}
        onSave={save}
      >
        <Radio.Group
          label={t('events.mode')}
          value={mode}
          error={update.mistakeAt('mode') ?? draft.contestedAt('mode')}
          onChange={(value) => change({ mode: modes.find((each) => each === value) ?? mode })}
        >
          <Stack gap="sm" mt="sm">
            {modes.map((each) => (
              <Radio
                key={each}
                value={each}
                size="md"
                disabled={!mayManage}
                label={t(`events.modes.${each}.name`)}
                description={t(`events.modes.${each}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Fieldset legend={t('events.trying')} variant="unstyled">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mt="sm">
            {numberFields.map((each) => (
              <TextInput
                key={each}
                label={t(`events.setting.${each}`)}
                inputMode="decimal"
                readOnly={!mayManage}
                value={typed[each]}
                error={
                  numbersOf({ ...start, [each]: typed[each] })
                    ? (update.mistakeAt(each) ?? draft.contestedAt(each))
                    : t('events.noNumber')
                }
                onChange={({ currentTarget }) => change({ [each]: currentTarget.value })}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
      </FormFrame>
    </Box>
  );
}
