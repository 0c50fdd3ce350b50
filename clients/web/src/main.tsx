import './look/styles.ts';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { Notices } from './look/Notices.tsx';
import { theme } from './look/theme.ts';
import { cssVariables } from './look/variables.ts';
import { router } from './routes.tsx';
import { startWords, words } from './words/words.ts';

const colorSchemes = localStorageColorSchemeManager({ key: 'mycelium.colours' });
const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const root = document.getElementById('root');

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
        <Notices />
        <RouterProvider router={router} />
      </I18nextProvider>
    </MantineProvider>,
  );
}
