import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SettingsDocument } from './settings.ts';
import { useWatched } from './use-watched.ts';

/** Which events are kept, and how often one is tried. */
export function Component() {
  const { id: tenantId } = useTenant();
  const { data, problem, askAgain } = useWatched({ query: SettingsDocument, variables: { tenantId } });
  const settings = data?.eventSettings;
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!settings && !problem && <Waiting rows={4} />}
      {settings && <SettingsForm key={settings.version} settings={settings} />}
    </>
  );
}
