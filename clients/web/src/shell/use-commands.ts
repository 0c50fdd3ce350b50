import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useViewer } from '../session/viewer.tsx';
import { closeness, isNamed } from '../words/named.ts';
import { languageOf } from '../words/words.ts';
import { type Command, isFor } from './area.ts';
import { recentCommands } from './recent-commands.ts';
import { useAreas } from './use-areas.ts';
import { useShellCommands } from './use-shell-commands.ts';

/** What can be gone to or done, and what is found, narrowed by what was typed, the closest name first; before that, where one went last comes first. */
export function useCommands(search: string): Command[] {
  const { t, i18n } = useTranslation();
  const { viewer, tenant } = useViewer();
  const areas = useAreas();
  const anywhere = useShellCommands();
  const text = search.trim();
  const found = useFound(text);
  const language = languageOf(i18n.language);
  const pages = areas.flatMap(({ path, name, icon, pages: more = [] }): Command[] => [
    { key: path, path, label: t(`area.${name}`), detail: t('command.goTo'), icon },
    ...more
      .filter((page) => isFor(viewer, page))
      .map((page) => ({
        key: page.path,
        path: page.path,
        label: page.title[language],
        detail: t(`area.${name}`),
        icon,
      })),
  ]);
  const actions = areas
    .flatMap(({ commands = [] }) => commands.filter((command) => isFor(viewer, command)))
    .map(
      ({ path, title }): Command => ({
        key: path,
        path,
        label: title[language],
        detail: t('command.do'),
        icon: 'plus',
      }),
    );
  const all = [...pages, ...actions, ...anywhere];
  const closest = found.toSorted((a, b) => closeness(b.label, text) - closeness(a.label, text));
  if (text !== '') return [...all.filter(({ label }) => isNamed(label, text)), ...closest];
  const recent = recentCommands(tenant.id);
  return [...recent, ...all.filter(({ key }) => recent.every((each) => each.key !== key))];
}

/** Things of the areas that answer to a text; until its answer is there, those that answered to the one before. */
function useFound(text: string): Command[] {
  const { i18n } = useTranslation();
  const client = useClient();
  const { viewer, tenant } = useViewer();
  const areas = useAreas();
  const [found, setFound] = useState<Command[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the areas follow from the viewer
  useEffect(() => {
    let isCurrent = true;
    const search = { text, client, viewer, tenant, language: i18n.language };
    const asked = text === '' ? [] : areas.filter(({ find }) => find);
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
