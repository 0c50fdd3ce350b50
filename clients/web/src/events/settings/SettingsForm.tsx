import { Button, Fieldset, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { showDone } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/viewer.tsx';
import { mistakeText } from '../../words/refusal-text.ts';
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
  const [mode, setMode] = useState(settings.mode);
  const [draft, setDraft] = useState(start);
  const [{ fetching, error }, update] = useMutation(UpdateSettingsDocument);
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const field = numberFields.find((each) => each === refused);
  const numbers = numbersOf(draft);
  const isChanged = mode !== settings.mode || JSON.stringify(draft) !== JSON.stringify(start);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!numbers) return;
    const { data } = await update({ input: { version: settings.version, mode, ...numbers } });
    if (data) showDone(t('events.settingsSaved'));
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={720}>
        <Radio.Group
          label={t('events.mode')}
          value={mode}
          onChange={(value) => setMode(modes.find((each) => each === value) ?? mode)}
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
                value={draft[each]}
                error={
                  numbersOf({ ...start, [each]: draft[each] })
                    ? field === each && problem && mistakeText(problem)
                    : t('events.noNumber')
                }
                onChange={({ currentTarget }) => setDraft({ ...draft, [each]: currentTarget.value })}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
        {problem && !field && <Trouble problem={problem} />}
        {mayManage && (
          <div>
            <Button type="submit" loading={fetching} disabled={!isChanged || !numbers}>
              {t('action.save')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
