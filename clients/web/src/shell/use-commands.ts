import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { matches } from '../menu/search.ts';
import { useViewer } from '../session/viewer.tsx';
import { isLanguage } from '../words/words.ts';
import type { Command } from './area.ts';
import { isFor } from './area.ts';
import { areas } from './areas.ts';

/** What can be gone to or done, and what is found, narrowed by what was typed. */
export function useCommands(search: string): Command[] {
  const { t, i18n } = useTranslation();
  const { viewer } = useViewer();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const found = useFound(search.trim());
  const here = areas.filter((area) => isFor(viewer, area));
  const pages = here.map(({ path, name, icon }) => ({
    path,
    label: t(`area.${name}`),
    detail: t('command.goTo'),
    icon,
  }));
  const actions = here
    .flatMap(({ commands = [] }) => commands.filter((command) => isFor(viewer, command)))
    .map(({ path, title }) => ({ path, label: title[language], detail: t('command.do'), icon: 'plus' as const }));
  const isWanted = ({ label }: Command) =>
    matches({ names: [{ locale: '', text: label }], available: true }, { search, show: 'all' });
  return [...[...pages, ...actions].filter(isWanted), ...found];
}

/** Things of the areas that answer to a text; until its answer is there, those that answered to the one before. */
function useFound(text: string): Command[] {
  const { i18n } = useTranslation();
  const client = useClient();
  const { viewer, tenant } = useViewer();
  const [found, setFound] = useState<Command[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const search = { text, client, viewer, tenant, language: i18n.language };
    const asked = text === '' ? [] : areas.filter((area) => area.find && isFor(viewer, area));
    Promise.allSettled(asked.map(async ({ find }) => (await find?.())?.find(search) ?? [])).then((answers) => {
      if (!isCurrent) return;
      setFound(answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])));
    });
    return () => {
      isCurrent = false;
    };
  }, [text, client, viewer, tenant, i18n.language]);
  return found;
}
