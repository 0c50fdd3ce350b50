import { Button, Chip, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mistake } from '../look/Mistake.tsx';
import { groupsOf, presetNames, presets } from './scopes.ts';
import { useScopeWords } from './use-scope-words.ts';

interface ScopesFieldProps {
  /** Those that can be given. */
  offered: readonly string[];
  value: readonly string[];
  isReadOnly: boolean;
  error: string | undefined;
  onChange: (scopes: string[]) => void;
}

/** What the keys of a client may do, in words, by what it is about; a purpose chooses what it needs. */
export function ScopesField({ offered, value, isReadOnly, error, onChange }: ScopesFieldProps) {
  const { t } = useTranslation();
  const { nameOf, aboutOf } = useScopeWords();
  return (
    <Fieldset legend={t('access.scopes')} variant="unstyled" disabled={isReadOnly}>
      {!isReadOnly && (
        <Group gap="xs" mt="sm">
          <Text size="sm" c="var(--quiet)">
            {t('access.presets')}
          </Text>
          {presetNames.map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant="default"
              onClick={() => onChange(presets[name].filter((scope) => offered.includes(scope)))}
            >
              {t(`access.preset.${name}`)}
            </Button>
          ))}
        </Group>
      )}
      <Chip.Group multiple value={[...value]} onChange={onChange}>
        <Stack gap="sm" mt="sm">
          {groupsOf(offered).map(([about, scopes]) => (
            <Fieldset key={about} variant="unstyled" legend={aboutOf(about)}>
              <Group gap="xs">
                {scopes.map((scope) => (
                  <Chip key={scope} value={scope} size="sm" title={scope}>
                    {nameOf(scope)}
                  </Chip>
                ))}
              </Group>
            </Fieldset>
          ))}
        </Stack>
      </Chip.Group>
      <Mistake>{error}</Mistake>
    </Fieldset>
  );
}
