import { NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useChooseLanguage, usePreferences } from '../session/use-preferences.ts';
import { useTenant } from '../session/viewer.tsx';
import { LanguageChoice } from '../words/LanguageChoice.tsx';
import { EmailChoices } from './EmailChoices.tsx';

/** The language, the time zone and the e-mails of a person; each choice counts at once. */
export function Preferences() {
  const { t } = useTranslation();
  const { timeZone: zoneOfTenant, name } = useTenant();
  const { preferences, problem, askAgain, choose } = usePreferences();
  const chooseLanguage = useChooseLanguage();
  const zone = preferences?.timeZone ?? '';
  return (
    <>
      <section>
        <Title order={2} mb="xs">
          {t('account.language')}
        </Title>
        <Text size="sm" c="var(--quiet)" mb="sm">
          {t('me.languageText')}
        </Text>
        <LanguageChoice onChoose={chooseLanguage} />
      </section>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!preferences && !problem && <Waiting shape={['form']} rows={3} />}
      {preferences && (
        <>
          <section>
            <Title order={2} mb="sm">
              {t('me.timeZone')}
            </Title>
            <NativeSelect
              maw={420}
              aria-label={t('me.timeZone')}
              description={t('me.timeZoneText')}
              data={[{ value: '', label: t('me.zoneOfTenant', { name, zone: zoneOfTenant }) }, ...zonesWith(zone)]}
              value={zone}
              onChange={({ currentTarget }) => void choose({ timeZone: currentTarget.value || null })}
            />
          </section>
          <EmailChoices
            emails={preferences.emails}
            onChoose={(group, wanted) => choose({ emails: [{ group, wanted }] })}
          />
        </>
      )}
    </>
  );
}

/** Every zone that the browser knows, and the one that is chosen, which it may not list. */
function zonesWith(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen && !known.includes(chosen) ? [chosen, ...known] : known;
}
