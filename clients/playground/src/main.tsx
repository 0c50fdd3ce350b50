import 'graphiql/setup-workers/vite';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import { examples } from './examples.ts';
import { fetcher } from './fetcher.ts';
import { LoginBar } from './LoginBar.tsx';
import './playground.css';

const plugins = [HISTORY_PLUGIN, explorerPlugin()];
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element #root.');

createRoot(root).render(
  <StrictMode>
    <LoginBar />
    <main>
      <GraphiQL fetcher={fetcher} plugins={plugins} defaultTabs={examples} defaultEditorToolsVisibility="variables">
        <GraphiQL.Logo> </GraphiQL.Logo>
      </GraphiQL>
    </main>
  </StrictMode>,
);
