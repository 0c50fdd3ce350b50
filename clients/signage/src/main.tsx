import '@fontsource-variable/inter';
import '@fontsource/caprasimo';
import './screen/screen.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { content } from './content/kept-content.ts';
import { keepFresh } from './offline/keep-fresh.ts';
import { startDrift } from './screen/drift.ts';
import { keepAwake } from './screen/keep-awake.ts';

const FONTS_WITHIN_MS = 3_000;
const QUIET_MS = 30_000;

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element #root.');

keepAwake();
keepFresh(() => Date.now() - (content.kept()?.savedAt ?? Date.now()) > QUIET_MS);
startDrift(root);
await fontsReady();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** Boards are measured, so that their letters have to be there first; without them the machine's own are used. */
async function fontsReady(): Promise<void> {
  const wanted = ['400 1em Caprasimo', '400 1em "Inter Variable"', '600 1em "Inter Variable"'];
  const loaded = Promise.all(wanted.map((font) => document.fonts.load(font))).catch(() => undefined);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS))]);
}
