import { Checkbox, Fieldset, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmailChoice } from '../session/preferences.ts';

interface EmailChoicesProps {
  emails: readonly EmailChoice[];
  onChoose: (group: EmailChoice['group'], wanted: boolean) => Promise<void>;
}

/** With which notices an e-mail comes too. */
export function EmailChoices({ emails, onChoose }: EmailChoicesProps) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} mb="xs">
        {t('me.emails')}
      </Title>
      <Text size="sm" c="var(--quiet)" mb="sm">
        {t('me.emailsText')}
      </Text>
      <Fieldset variant="unstyled" aria-label={t('me.emails')}>
        <Stack gap="sm">
          {emails.map(({ group, wanted }) => (
            <Choice
              key={group}
              label={t(`me.email.${group}`)}
              wanted={wanted}
              onChoose={(next) => onChoose(group, next)}
            />
          ))}
        </Stack>
      </Fieldset>
    </section>
  );
}

/** It shows what was chosen while that is on its way. */
function Choice({
  label,
  wanted,
  onChoose,
}: {
  label: string;
  wanted: boolean;
  onChoose: (wanted: boolean) => Promise<void>;
}) {
  const [onItsWay, setOnItsWay] = useState<boolean>();
  return (
    <Checkbox
      label={label}
      checked={onItsWay ?? wanted}
      onChange={async ({ currentTarget: { checked } }) => {
        setOnItsWay(checked);
        await onChoose(checked);
        setOnItsWay(undefined);
      }}
    />
  );
}
