import { Stack } from '@mantine/core';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import { Reconciliations } from './Reconciliations.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SettingsDocument } from './settings.ts';
import { Transfer } from './Transfer.tsx';

/** Which events are kept, how often one is tried, whether the counters are right, and the way to another region. */
export function Component() {
  const mayManage = useMay('events:manage');
  const { data, problem, askAgain } = useWatched({ query: SettingsDocument });
  const settings = data?.viewer?.tenant?.eventSettings;
  return (
    <Stack gap="xl">
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!settings && !problem && <Waiting shape={['form']} />}
      {settings && <SettingsForm key={settings.version} settings={settings} />}
      <Reconciliations />
      {mayManage && <Transfer />}
    </Stack>
  );
}
