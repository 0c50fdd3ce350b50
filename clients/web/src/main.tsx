import './look/styles.ts';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Front, loadConsole } from './Front.tsx';
import { theme } from './look/theme.ts';
import { cssVariables } from './look/variables.ts';
import { session } from './session/session.ts';
import { startWords, words } from './words/words.ts';

const colorSchemes = localStorageColorSchemeManager({ key: 'mycelium.colours' });
const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const root = document.getElementById('root');

// Who is logged in needs it at once; if it does not come, the page asks again.
if (session.token() !== undefined) void loadConsole().catch(() => undefined);
await startWords();
if (root) {
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme={preferred}
    >
      <I18nextProvider i18n={words}>
        <Front />
      </I18nextProvider>
    </MantineProvider>,
  );
}
