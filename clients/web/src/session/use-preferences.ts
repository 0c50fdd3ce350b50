import { useEffect } from 'react';
import type { UpdatePreferencesInput } from '../generated/graphql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useWrite } from '../graph/use-write.ts';
import { showTrouble } from '../look/notify.tsx';
import { isLanguage, type Language, speak } from '../words/words.ts';
import { PreferencesDocument, UpdatePreferencesDocument } from './preferences.ts';

/** What the person has chosen for themselves, and a way to choose otherwise, which counts at once. */
export function usePreferences() {
  const { data, problem, askAgain } = useLiveQuery({ query: PreferencesDocument });
  const { write: update } = useWrite(UpdatePreferencesDocument, showTrouble);

  async function choose(input: UpdatePreferencesInput): Promise<void> {
    await update({ input });
  }

  return { preferences: data?.viewer?.preferences, problem, askAgain, choose };
}

/** The language of the console, kept for the person wherever they log in. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const { choose } = usePreferences();
  return async (language) => {
    await speak(language);
    await choose({ language });
  };
}

/** Speaks the language that the person has chosen, here or elsewhere. */
export function useOwnLanguage(): void {
  const { preferences } = usePreferences();
  const language = preferences?.language;
  useEffect(() => {
    if (isLanguage(language)) void speak(language);
  }, [language]);
}
